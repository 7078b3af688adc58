using System.ComponentModel;
using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Approval.Timers;
using ApprovalEngine.Contracts.Supervision;
using MediatR;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Supervision;

/// <summary>`approval alerts`: raises what is due and lists the alerts, the latest due first.</summary>
internal sealed class AlertsCommand : DatabaseCommand<AlertsCommand.Settings>
{
    private const int PageSize = 200;

    internal sealed class Settings : CentreSettings
    {
        [CommandOption("--level <LEVEL>")]
        [Description("Notice, YellowCard or RedCard.")]
        public string? Level { get; init; }

        [CommandOption("--unit <CODE>")]
        [Description("A unit and those below it.")]
        public string? Unit { get; init; }

        [CommandOption("--from <DATE>")]
        [Description("Due on or after this local date.")]
        public string? From { get; init; }

        [CommandOption("--to <DATE>")]
        [Description("Due on or before this local date.")]
        public string? To { get; init; }

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    protected override async Task<int> RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        DateOnly? from = settings.From is null ? null : DateText.Read(settings.From, "--from");
        DateOnly? to = settings.To is null ? null : DateText.Read(settings.To, "--to");
        var access = await settings.AccessAsync(services, cancel);
        var sweep = await services.GetRequiredService<DueSweep>().RunAsync(DueKind.Alert, JobRunner.HeartbeatOf(OverdueAlerts.Name), cancel);
        var filter = new AlertFilter(Level: settings.Level, Unit: settings.Unit, From: from, To: to);
        var alerts = await ListAsync(services.GetRequiredService<IMediator>(), access, filter, cancel);
        if (settings.Json)
        {
            Output.Document(new { sweep.Cases, sweep.Failed, alerts });
        }
        else
        {
            Print(alerts, sweep);
        }

        return sweep.Failed == 0 ? ExitCodes.Done : ExitCodes.Finding;
    }

    private static async Task<IReadOnlyList<AlertListed>> ListAsync(IMediator mediator, Access access, AlertFilter filter, CancellationToken cancel)
    {
        var alerts = new List<AlertListed>();
        string? after = null;
        do
        {
            var page = await mediator.Send(new ListAlerts(access, filter, after, PageSize), cancel);
            alerts.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return alerts;
    }

    private static void Print(IReadOnlyList<AlertListed> alerts, SweepReport sweep)
    {
        foreach (var alert in alerts)
        {
            Output.Line($"{alert.DueAt:yyyy-MM-dd HH:mm}Z {alert.Level} {alert.Clock} {alert.CaseNo} {alert.Item} {alert.Unit} {alert.Person ?? "-"} {alert.Status}");
        }

        var levels = alerts.CountBy(alert => alert.Level).OrderBy(level => level.Key, StringComparer.Ordinal).Select(level => $"{level.Value} {level.Key}");
        Output.Line($"{alerts.Count} alerts{string.Concat(levels.Select(level => $", {level}"))}; {sweep.Moved} cases raised some now, {sweep.Failed} could not");
    }
}
