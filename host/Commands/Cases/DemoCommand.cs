using System.ComponentModel;
using ApprovalEngine.Approval.Demo;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Cases;

/// <summary>`approval demo`: a plausible month of a centre, through the engine itself.</summary>
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
        if (settings.Json)
        {
            Output.Document(result);
        }
        else
        {
            Output.Line($"{result.Month:yyyy-MM}: {result.Added} of {result.Cases} cases added: {result.Closed} closed, {result.Open} open, {result.Stopped} of them stopped; {result.Alerts} alerts");
        }

        return ExitCodes.Done;
    }

    private sealed class Forward(IProgress<(int Done, int Of)> progress) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => progress.Report((value.Done, value.Total));
    }
}
