using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Statistics;
using MediatR;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>A figure over two dimensions at once, for the part of the centre that the asker oversees.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Figure">Code of the figure.</param>
/// <param name="From">First local date of the centre.</param>
/// <param name="To">Last local date, inclusive.</param>
/// <param name="Rows">item, unit, person, window, channel or month.</param>
/// <param name="Columns">Another of them.</param>
/// <param name="Filter">What narrows it.</param>
public sealed record GetPivot(Access Access, string Figure, DateOnly From, DateOnly To, string Rows, string Columns, StatisticsFilter? Filter = null) : IRequest<PivotAnswer>;

/// <summary>Answers <see cref="GetPivot"/>.</summary>
internal sealed class GetPivotHandler(FigureScope scope, FigureReader reader, GroupKeys keys) : IRequestHandler<GetPivot, PivotAnswer>
{
    /// <summary>Each month is a question of its own.</summary>
    private const int MostMonths = 36;

    public async Task<PivotAnswer> Handle(GetPivot asked, CancellationToken cancel)
    {
        var figure = Figures.Find(asked.Figure) ?? throw new NotFoundException("Figure", asked.Figure);
        var (rows, columns) = (Dimension(asked.Rows), Dimension(asked.Columns));
        if (rows == columns)
        {
            throw new RuleBrokenException("PivotOfOne", $"Rows and columns are both by {asked.Rows}; two dimensions are crossed.", "columns");
        }

        var query = await scope.Of(asked.Access, asked.From, asked.To, asked.Filter, cancel);
        var cells = rows is null || columns is null
            ? await OverMonths(asked, query, (rows ?? columns)!, cancel)
            : await Crossed(query, rows, columns, cancel);
        IEnumerable<Group> turned = rows is null ? cells.Select(cell => new Group(cell.Column, cell.Row, cell.Tallies)) : cells;
        PivotCell[] answer = [.. turned.Select(cell => new PivotCell(cell.Row, cell.Column, FigureSets.ValueOf(figure, cell.Tallies)))];
        return new(
            figure.Code, asked.From, asked.To, asked.Rows, asked.Columns,
            Ordered(answer.Select(cell => cell.Row)), Ordered(answer.Select(cell => cell.Column)), answer);
    }

    /// <summary>The axis; null for months.</summary>
    private static Axis? Dimension(string name) => name == Months.Name ? null : Axis.Named(name);

    private static string[] Ordered(IEnumerable<string?> found) => [.. found.OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>One question for the cells, and one for each kind of total.</summary>
    private async Task<List<Group>> Crossed(FigureQuery query, Axis rows, Axis columns, CancellationToken cancel)
    {
        var groups = new List<Group>();
        foreach (var cell in (await reader.Read(query with { By = rows, Across = columns }, cancel)).GroupBy(tally => (tally.Key, tally.Across)))
        {
            groups.Add(new(await CodeOf(query, rows, cell.Key.Key, cancel), await CodeOf(query, columns, cell.Key.Across, cancel), [.. cell]));
        }

        groups.AddRange(await Totals(query, rows, cancel));
        groups.AddRange((await Totals(query, columns, cancel)).Select(total => new Group(null, total.Row, total.Tallies)));
        groups.Add(new(null, null, await reader.Read(query, cancel)));
        return groups;
    }

    /// <summary>The months as columns: each as it would answer alone, so that its open cases stand as at its own end.</summary>
    private async Task<List<Group>> OverMonths(GetPivot asked, FigureQuery query, Axis rows, CancellationToken cancel)
    {
        var groups = new List<Group>();
        foreach (var month in Months.AtMost(MostMonths, asked.From, asked.To))
        {
            var ofMonth = await scope.Of(asked.Access, month.First, month.Last, asked.Filter, cancel);
            groups.AddRange((await Totals(ofMonth, rows, cancel)).Select(total => total with { Column = month.Key }));
            groups.Add(new(null, month.Key, await reader.Read(ofMonth, cancel)));
        }

        groups.AddRange(await Totals(query, rows, cancel));
        groups.Add(new(null, null, await reader.Read(query, cancel)));
        return groups;
    }

    private async Task<List<Group>> Totals(FigureQuery query, Axis axis, CancellationToken cancel)
    {
        var groups = new List<Group>();
        foreach (var group in (await reader.Read(query with { By = axis }, cancel)).GroupBy(tally => tally.Key))
        {
            groups.Add(new(await CodeOf(query, axis, group.Key, cancel), null, [.. group]));
        }

        return groups;
    }

    private Task<string> CodeOf(FigureQuery query, Axis axis, int id, CancellationToken cancel) => keys.CodeOf(query.CentreId, axis, id, cancel);

    /// <summary>The cases of a cell, or of a total.</summary>
    private sealed record Group(string? Row, string? Column, IReadOnlyList<Tally> Tallies);
}
