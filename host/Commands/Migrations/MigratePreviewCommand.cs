using ApprovalEngine.Approval.Migrating;
using ApprovalEngine.Contracts.Migrations;
using MediatR;

namespace ApprovalEngine.Host.Commands.Migrations;

/// <summary>`approval migrate preview`: what a migration would do to all running cases; changes nothing.</summary>
internal sealed class MigratePreviewCommand : DatabaseCommand<MigrateSettings>
{
    protected override async Task<int> RunAsync(IServiceProvider services, MigrateSettings settings, CancellationToken cancel)
    {
        var access = await settings.AccessAsync(services, cancel);
        var request = new MigrationRequest(settings.From, settings.To, settings.MappingOfFile());
        var summary = await services.GetRequiredService<IMediator>().Send(new SummariseMigration(access, settings.DefinitionId, request), cancel);
        if (settings.Json)
        {
            Output.Document(summary);
        }
        else
        {
            foreach (var skipped in summary.Skipped)
            {
                Output.Line($"{skipped.Where}: {skipped.Code}: {skipped.Message} ({skipped.Cases} cases, one of them {skipped.Example})");
            }

            Output.Line($"tasks: {Counts(summary.Tasks)}; timers: {Counts(summary.Timers)}; due moments moved: {summary.DueMoved}");
            Output.Line($"{summary.Movable} of {summary.Cases} cases can be moved");
        }

        return summary.Movable == summary.Cases ? ExitCodes.Done : ExitCodes.Finding;
    }

    private static string Counts(IReadOnlyDictionary<string, int> counts) => counts.Count == 0 ? "none" : string.Join(", ", counts.Select(pair => $"{pair.Key} {pair.Value}"));
}
