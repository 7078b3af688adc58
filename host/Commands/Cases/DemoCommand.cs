using System.ComponentModel;
using ApprovalEngine.Approval.Checks;
using ApprovalEngine.Approval.Demo;
using ApprovalEngine.Approval.Statistics;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Cases;

/// <summary>`approval demo`: a plausible month of a centre, through the engine itself; then its cases and figures are checked.</summary>
internal sealed class DemoCommand : DatabaseCommand<DemoCommand.Settings>
{
    internal sealed class Settings : CentreSettings
    {
        [CommandOption("--seed <N>")]
        [Description("The same seed and month give the same cases.")]
        public int Seed { get; init; } = 1;

        [CommandOption("--month <YYYY-MM>")]
        [Description("The month; else the latest whose cases all fall due inside the calendars.")]
        public string? Month { get; init; }

        [CommandOption("--cases <N>")]
        [Description("How many applications come in (3000).")]
        public int Cases { get; init; } = 3_000;

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    protected override async Task<int> RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        if (settings.Cases < 0)
        {
            throw new BadInputException("--cases: a number of cases cannot be negative.");
        }

        DateOnly? month = settings.Month is null ? null : DateText.ReadMonth(settings.Month, "--month");
        var options = new DemoOptions(settings.Centre, settings.Seed, month, settings.Cases);
        var demo = services.GetRequiredService<DemoCentre>();
        var result = await ProgressBar.RunAsync("Filling the month", progress => demo.Fill(options, new Forward(progress), cancel));
        var access = await settings.AccessAsync(services, cancel);
        var findings = (await services.GetRequiredService<CaseChecks>().RunAsync(access.CentreId, cancel)).Findings;
        var differences = await services.GetRequiredService<Rollups>().Check(access.CentreId, cancel);
        if (settings.Json)
        {
            Output.Document(new { result.Month, result.Cases, result.Added, result.Closed, result.Open, result.Stopped, result.Alerts, findings, differences });
        }
        else
        {
            CheckText.Write(findings);
            CheckText.Write(differences);
            Output.Line($"{result.Month:yyyy-MM}: {result.Added} of {result.Cases} cases added: {result.Closed} closed, {result.Open} open, {result.Stopped} of them stopped; {result.Alerts} alerts");
        }

        return findings.Count + differences.Count == 0 ? ExitCodes.Done : ExitCodes.Finding;
    }

    private sealed class Forward(IProgress<(int Done, int Of)> progress) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => progress.Report((value.Done, value.Total));
    }
}
