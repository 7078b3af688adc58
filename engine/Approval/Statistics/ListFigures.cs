using ApprovalEngine.Contracts.Statistics;
using MediatR;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>What each figure means, in three languages.</summary>
public sealed record ListFigures : IRequest<IReadOnlyList<FigureDefinition>>;

/// <summary>Answers <see cref="ListFigures"/>.</summary>
internal sealed class ListFiguresHandler : IRequestHandler<ListFigures, IReadOnlyList<FigureDefinition>>
{
    public Task<IReadOnlyList<FigureDefinition>> Handle(ListFigures asked, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<FigureDefinition>>([.. Figures.All.Select(figure => new FigureDefinition(
            figure.Code, Measures.RuleVersion, figure.Name, figure.Formula, figure.Numerator.Name, figure.Denominator?.Name, figure.Exclusions))]);
}
