using ApprovalEngine.Approval.Migrating;
using MediatR;

namespace ApprovalEngine.Host.Commands.Migrations;

/// <summary>`approval migrate propose`: which activity could become which.</summary>
internal sealed class MigrateProposeCommand : DatabaseCommand<MigrateSettings>
{
    protected override async Task<int> RunAsync(IServiceProvider services, MigrateSettings settings, CancellationToken cancel)
    {
        var access = await settings.AccessAsync(services, cancel);
        var proposal = await services.GetRequiredService<IMediator>().Send(new ProposeMigration(access, settings.DefinitionId, settings.From, settings.To), cancel);
        if (settings.Json)
        {
            Output.Document(proposal);
        }
        else
        {
            foreach (var pair in proposal.Pairs)
            {
                Output.Line($"{pair.Activity} ({pair.Type}) -> {pair.Target ?? "none"}{(pair.Match == "None" ? "" : $", by {pair.Match}")}");
            }

            foreach (var fault in proposal.Faults)
            {
                Output.Line($"{fault.Where}: {fault.Code}: {fault.Message}");
            }

            Output.Line($"{proposal.OpenCases} open cases");
        }

        return proposal.Faults.Count == 0 ? ExitCodes.Done : ExitCodes.Finding;
    }
}
