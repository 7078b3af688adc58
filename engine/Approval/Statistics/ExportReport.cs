using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Statistics;
using MediatR;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>
/// All figures of a period and its groups as a spreadsheet (xlsx): counts as numbers, each rate with numerator and denominator, empty where it
/// has none. That it was taken is recorded.
/// </summary>
/// <param name="Asked">The period and by what it is grouped.</param>
/// <param name="Language">Culture of the words.</param>
public sealed record ExportReport(GetStatistics Asked, string Language) : IRequest<Stream>;

internal sealed class ExportReportHandler(IMediator mediator, OrgDirectory directories, ItemStore items, EventLog events) : IRequestHandler<ExportReport, Stream>
{
    private static readonly (Figure Figure, Func<FigureSet, object?> Value)[] Counts =
    [
        (Figures.Accepted, set => set.Accepted), (Figures.Closed, set => set.Closed), (Figures.OnTimeCount, set => set.OnTime), (Figures.Overdue, set => set.Overdue),
        (Figures.Open, set => set.Open), (Figures.OpenOverdue, set => set.OpenOverdue), (Figures.InstantAccepted, set => set.InstantAccepted), (Figures.Extended, set => set.Extended),
    ];

    private static readonly (Figure Figure, Func<FigureRates, Rate> Value)[] Rates =
    [
        (Figures.OnTime, rates => rates.OnTime), (Figures.AverageEarly, rates => rates.AverageEarly), (Figures.TimeSaved, rates => rates.TimeSaved),
        (Figures.EarlyShare, rates => rates.EarlyShare), (Figures.Instant, rates => rates.Instant),
    ];

    public async Task<Stream> Handle(ExportReport request, CancellationToken cancellationToken)
    {
        var (asked, language) = (request.Asked, request.Language);
        var (centre, answer) = (asked.Access.CentreId, await mediator.Send(asked, cancellationToken));
        var names = new GroupNames(await directories.Of(centre, cancellationToken), await items.All(centre, cancellationToken), language);
        var heading = $"{asked.From:yyyy-MM-dd} – {asked.To:yyyy-MM-dd}";
        var rows = answer.Groups.Select(group => Line(heading, names.Of(asked.By ?? "", group.Key), group, language)).Append(Line(heading, GroupNames.All.In(language), answer, language));
        var file = await SheetFiles.Of("report", rows, cancellationToken);
        await events.RecordAsync(centre, asked.Access.UserName, "FigureExported", "report", new { asked.From, asked.To, asked.By, asked.Filter }, cancellationToken);
        return file;
    }

    private static Dictionary<string, object?> Line(string heading, string name, FigureSet set, string language)
    {
        var line = new Dictionary<string, object?> { [heading] = name };
        foreach (var (figure, value) in Counts)
        {
            line[figure.Name.In(language)] = value(set);
        }

        foreach (var (figure, value) in Rates)
        {
            GroupNames.Put(line, figure.Name.In(language), value(set.Rates), language);
        }

        return line;
    }
}
