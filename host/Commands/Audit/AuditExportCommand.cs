using System.ComponentModel;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using Spectre.Console;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Audit;

/// <summary>`approval audit export`: trails and seals in a plain format that others can check. That it was made is recorded.</summary>
internal sealed class AuditExportCommand : DatabaseCommand<AuditExportCommand.Settings>
{
    internal sealed class Settings : CentreSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("Where to: JSON, a line each.")]
        public string File { get; init; } = "";

        [CommandOption("--case <NO>")]
        [Description("One case, with the proof that leads from each row to its seal.")]
        public string? Case { get; init; }

        [CommandOption("--since-seal <NO>")]
        [Description("Only what was committed after this seal.")]
        public int SinceSeal { get; init; }

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }

        public override ValidationResult Validate() => SealText.IsNumber(SinceSeal);
    }

    protected override async Task<int> RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        if (settings.Case is not null && settings.SinceSeal > 0)
        {
            throw new BadInputException("--case and --since-seal exclude each other: the proof of a case needs all its rows.");
        }

        OutputFile.Require(settings.File);
        var access = await settings.AccessAsync(services, cancel);
        var export = services.GetRequiredService<AuditExport>();
        var caseId = settings.Case is { } no
            ? await export.FindAsync(access.CentreId, no, cancel) ?? throw new BadInputException($"--case: there is no case {no}.")
            : (Guid?)null;
        var rows = await WholeFile.WriteAsync(settings.File, async half =>
        {
            await using var file = new FileStream(half, FileMode.Create, FileAccess.Write);
            return await export.WriteAsync(access.CentreId, caseId, settings.SinceSeal, file, cancel);
        });
        await services.GetRequiredService<EventLog>().RecordAsync(
            access.CentreId, access.UserName, EventAct.TrailExported, caseId is null ? "trail" : $"case/{caseId}", new { rows, sinceSeal = settings.SinceSeal }, cancel);
        if (settings.Json)
        {
            Output.Document(new { settings.File, Rows = rows });
        }
        else
        {
            Output.Line($"{rows} rows");
        }

        return ExitCodes.Done;
    }
}
