using System.ComponentModel;
using ApprovalEngine.Approval.Checks;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Cases;

/// <summary>`approval check`: does every open case wait for something, and do the tables say what the states say?</summary>
internal sealed class CheckCommand : DatabaseCommand<CheckCommand.Settings>
{
    internal sealed class Settings : CentreSettings
    {
        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    protected override async Task<int> RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        var access = await settings.AccessAsync(services, cancel);
        var report = await services.GetRequiredService<CaseChecks>().RunAsync(access.CentreId, cancel);
        if (settings.Json)
        {
            Output.Document(report);
        }
        else
        {
            CheckText.Write(report.Findings);
            Output.Line($"{report.Cases} open cases, {report.Findings.Count} findings");
        }

        return report.Findings.Count == 0 ? ExitCodes.Done : ExitCodes.Finding;
    }
}
