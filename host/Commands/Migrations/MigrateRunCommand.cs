using System.ComponentModel;
using ApprovalEngine.Approval.Migrating;
using ApprovalEngine.Contracts.Migrations;
using MediatR;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Migrations;

/// <summary>`approval migrate run`: moves the running cases to the end, and says which were left where they are.</summary>
internal sealed class MigrateRunCommand : DatabaseCommand<MigrateRunCommand.Settings>
{
    private const int PageSize = 200;

    internal sealed class Settings : MigrateSettings
    {
        [CommandOption("--reason <TEXT>", isRequired: true)]
        [Description("Why; it stands in the trail of each case.")]
        public string Reason { get; init; } = "";
    }

    protected override async Task<int> RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        var access = await settings.AccessAsync(services, cancel);
        var mediator = services.GetRequiredService<IMediator>();
        var request = new MigrationRequest(settings.From, settings.To, settings.MappingOfFile(), settings.Reason);
        var started = await mediator.Send(new StartMigration(access, settings.DefinitionId, request), cancel);
        await services.GetRequiredService<OpenMigrations>().RunAsync(access.CentreId, started.MigrationId, new Progress(started.Cases), cancel);
        var ended = await mediator.Send(new GetMigration(access, settings.DefinitionId, started.MigrationId), cancel);
        var skipped = await mediator.Send(new ListMigratedCases(access, settings.DefinitionId, started.MigrationId, MigrationResult.Skipped, null, PageSize), cancel);
        if (settings.Json)
        {
            Output.Document(new { migration = ended, skipped = skipped.Items });
        }
        else
        {
            foreach (var one in skipped.Items)
            {
                Output.Line($"{one.CaseNo}: {one.Where}: {one.Code}: {one.Message}");
            }

            Output.Line($"{ended.Done} of {ended.Cases} cases moved, {ended.Skipped} skipped");
        }

        return ended.Done == ended.Cases ? ExitCodes.Done : ExitCodes.Finding;
    }

    private sealed class Progress(int cases) : IProgress<int>
    {
        public void Report(int value) => Console.Error.WriteLine($"{value} of {cases} cases dealt with");
    }
}
