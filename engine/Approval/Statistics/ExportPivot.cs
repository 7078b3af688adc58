using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Statistics;
using MediatR;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>A pivot as a spreadsheet (xlsx): a rate with numerator and denominator beside it, empty where it has none. That it was taken is recorded.</summary>
/// <param name="Pivot">What is asked.</param>
/// <param name="Language">Culture of the words.</param>
public sealed record ExportPivot(GetPivot Pivot, string Language) : IRequest<Stream>;

internal sealed class ExportPivotHandler(IMediator mediator, OrgDirectory directories, ItemStore items, EventLog events) : IRequestHandler<ExportPivot, Stream>
{
    public async Task<Stream> Handle(ExportPivot asked, CancellationToken cancellationToken)
    {
        var (centre, pivot) = (asked.Pivot.Access.CentreId, await mediator.Send(asked.Pivot, cancellationToken));
        var names = new GroupNames(await directories.Of(centre, cancellationToken), await items.All(centre, cancellationToken), asked.Language);
        var file = await SheetFiles.Of(pivot.Figure, Rows(pivot, names, asked.Language), cancellationToken);
        await events.RecordAsync(centre, asked.Pivot.Access.UserName, "FigureExported", pivot.Figure, new { pivot.From, pivot.To, pivot.Rows, pivot.Columns, asked.Pivot.Filter }, cancellationToken);
        return file;
    }

    private static IEnumerable<IDictionary<string, object?>> Rows(PivotAnswer pivot, GroupNames names, string language)
    {
        var cells = pivot.Cells.ToDictionary(cell => (cell.Row ?? "", cell.Column ?? ""), cell => cell.Value);
        foreach (var row in pivot.RowKeys.Append(""))
        {
            var line = new Dictionary<string, object?> { [Title(pivot)] = row.Length == 0 ? GroupNames.All.In(language) : names.Of(pivot.Rows, row) };
            foreach (var column in pivot.ColumnKeys.Append(""))
            {
                Add(line, column.Length == 0 ? GroupNames.All.In(language) : names.Of(pivot.Columns, column), Figures.Find(pivot.Figure)!, cells.GetValueOrDefault((row, column)), language);
            }

            yield return line;
        }
    }

    private static string Title(PivotAnswer pivot) => $"{pivot.Figure} {pivot.From:yyyy-MM-dd} – {pivot.To:yyyy-MM-dd}";

    private static void Add(Dictionary<string, object?> line, string heading, Figure figure, FigureValue? value, string language)
    {
        // Two groups may be called the same; a heading stands once.
        while (line.ContainsKey(figure.Denominator is null ? heading : $"{heading} %"))
        {
            heading += "*";
        }

        if (figure.Denominator is null)
        {
            line[heading] = value?.Count ?? 0;
            return;
        }

        GroupNames.Put(line, heading, value?.Rate, language);
    }
}
