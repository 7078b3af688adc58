using System.Runtime.CompilerServices;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts;
using MediatR;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>
/// All cases behind a figure as a spreadsheet (xlsx), in a temporary file that goes when its stream is closed. Numbers of cases and names
/// are text, dates are dates, amounts are numbers. That it was taken is recorded.
/// </summary>
/// <param name="Access">Who asks.</param>
/// <param name="Figure">Code of the figure.</param>
/// <param name="From">First local date.</param>
/// <param name="To">Last local date, inclusive.</param>
/// <param name="Filter">What narrows it.</param>
/// <param name="OfDenominator">The cases of a rate's denominator instead of its numerator's.</param>
/// <param name="IsCalendar">Early figures: the cases with a calendar limit instead of those in working days.</param>
/// <param name="Language">Culture of the words.</param>
public sealed record ExportFigureCases(Access Access, string Figure, DateOnly From, DateOnly To, StatisticsFilter Filter, bool OfDenominator, bool IsCalendar, string Language) : IRequest<Stream>;

internal sealed class ExportFigureCasesHandler(IMediator mediator, OrgDirectory directories, ItemStore items, CalendarStore calendars, EventLog events) : IRequestHandler<ExportFigureCases, Stream>
{
    private const int RowsAtOnce = 200;

    private static readonly LocalText[] Headings =
    [
        new("办件编号", "辦件編號", "Case"), new("事项", "事項", "Item"), new("承办单位", "承辦單位", "Unit"), new("受理时间", "受理時間", "Accepted"),
        new("到期时间", "到期時間", "Due"), new("办结时间", "辦結時間", "Closed"), new("数值", "數值", "Amount"),
    ];

    public async Task<Stream> Handle(ExportFigureCases asked, CancellationToken cancellationToken)
    {
        var figure = Figures.Find(asked.Figure) ?? throw new NotFoundException("Figure", asked.Figure);
        var centre = asked.Access.CentreId;
        var rows = Rows(asked, await directories.Of(centre, cancellationToken), await items.All(centre, cancellationToken), (await calendars.Of(centre, cancellationToken)).Zone, cancellationToken);
        var file = await SheetFiles.Of(figure.Code, rows, cancellationToken);
        await events.RecordAsync(centre, asked.Access.UserName, "FigureExported", figure.Code, new { asked.From, asked.To, asked.Filter, asked.OfDenominator, asked.IsCalendar }, cancellationToken);
        return file;
    }

    private async IAsyncEnumerable<IDictionary<string, object?>> Rows(
        ExportFigureCases asked, CentreDirectory units, IReadOnlyCollection<ItemEntry> catalogue, TimeZoneInfo zone, [EnumeratorCancellation] CancellationToken cancel)
    {
        var names = catalogue.ToDictionary(item => item.Code, item => item.Name.In(asked.Language));
        for (string? after = null; ;)
        {
            var page = await mediator.Send(new ListFigureCases(asked.Access, asked.Figure, asked.From, asked.To, asked.Filter, asked.OfDenominator, asked.IsCalendar, after, RowsAtOnce), cancel);
            foreach (var one in page.Items)
            {
                object?[] cells =
                [
                    one.CaseNo, names.GetValueOrDefault(one.Item, one.Item), units.FindUnit(one.Unit)?.Name.In(asked.Language) ?? one.Unit,
                    Local(one.AcceptedAt, zone), Local(one.DueAt, zone), Local(one.ClosedAt, zone), one.Amount,
                ];
                yield return Headings.Zip(cells).ToDictionary(pair => pair.First.In(asked.Language), pair => pair.Second);
            }

            if (page.Next is null)
            {
                yield break;
            }

            after = page.Next;
        }
    }

    private static DateTime? Local(DateTimeOffset? at, TimeZoneInfo zone) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, zone).DateTime : null;
}
