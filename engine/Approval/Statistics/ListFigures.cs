using ApprovalEngine.Contracts.Statistics;
using MediatR;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>What each figure means, in three languages.</summary>
public sealed record ListFigures : IRequest<IReadOnlyList<FigureDefinition>>;

/// <summary>Answers <see cref="ListFigures"/>.</summary>
internal sealed class ListFiguresHandler : IRequestHandler<ListFigures, IReadOnlyList<FigureDefinition>>
{
    /// <summary>The one figure over items instead of cases, see <see cref="GetPromiseCompression"/>.</summary>
    private static readonly FigureDefinition Compression = new(
        "promiseCompression",
        Measures.RuleVersion,
        new("承诺提速率", "承諾提速率", "Promise compression"),
        new("1 − 承诺时限之和 ÷ 法定时限之和", "1 − 承諾時限之和 ÷ 法定時限之和", "1 - sum of promised / sum of legal limits of the items"),
        new("法定时限之和减承诺时限之和", "法定時限之和減承諾時限之和", "sum of the legal limits less sum of the promised ones"),
        new("在用事项的法定时限之和", "在用事項的法定時限之和", "sum of the legal limits of the items in force"),
        new("不含限期为日历时刻的事项", "不含限期為日曆時刻的事項", "items limited by a calendar instant are out"));

    public Task<IReadOnlyList<FigureDefinition>> Handle(ListFigures asked, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<FigureDefinition>>([.. Figures.All.Select(Definition), Compression, .. BoardFigures.All]);

    private static FigureDefinition Definition(Figure figure) => new(
        figure.Code, Measures.RuleVersion, figure.Name, figure.Formula, figure.Numerator.Name, figure.Denominator?.Name, figure.Exclusions)
    {
        NumeratorSorts = Sorts(figure.Numerator),
        DenominatorSorts = figure.Denominator is { } denominator ? Sorts(denominator) : [],
    };

    private static string[] Sorts(Measure measure) => [.. FigureCaseOrder.For(measure).Select(sort => sort.ToString())];
}
