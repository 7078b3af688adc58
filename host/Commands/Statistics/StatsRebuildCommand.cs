using System.ComponentModel;
using ApprovalEngine.Approval.Statistics;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Statistics;

/// <summary>`approval stats rebuild`: counts the rollups anew from the facts, and says where the kept ones differed.</summary>
internal sealed class StatsRebuildCommand : DatabaseCommand<StatsRebuildCommand.Settings>
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
        var differences = await services.GetRequiredService<Rollups>().Rebuild(access.CentreId, cancel);
        if (settings.Json)
        {
            Output.Document(new { differences });
        }
        else
        {
            CheckText.Write(differences);
            Output.Line(differences.Count == 0 ? "Rebuilt: identical." : $"Rebuilt: {differences.Count} differences.");
        }

        return differences.Count == 0 ? ExitCodes.Done : ExitCodes.Finding;
    }
}
