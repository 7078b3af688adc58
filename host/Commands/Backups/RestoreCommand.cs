using System.ComponentModel;
using ApprovalEngine.Approval.Backups;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Backups;

/// <summary>`approval restore`: fills an empty database from an archive, or only checks the archive.</summary>
internal sealed class RestoreCommand : AsyncCommand<RestoreCommand.Settings>
{
    internal sealed class Settings : DataSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("An archive of `approval backup`.")]
        public string File { get; init; } = "";

        [CommandOption("--verify")]
        [Description("Only check the archive; no database is needed.")]
        public bool Verify { get; init; }

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        try
        {
            using var archive = await BackupArchive.OpenAsync(InputFile.Open(settings.File), cancellationToken);
            return settings.Verify
                ? await VerifyAsync(archive, settings, cancellationToken)
                : await DatabaseSession.RunBareAsync(settings, context.Name, (services, cancel) => RestoreAsync(services, archive, settings, cancel), cancellationToken);
        }
        catch (BadArchiveException bad)
        {
            throw BadInputException.In(settings.File, null, bad.Message);
        }
    }

    private static async Task<int> VerifyAsync(BackupArchive archive, Settings settings, CancellationToken cancel)
    {
        await ProgressBar.RunAsync("Verify", async progress =>
        {
            await archive.VerifyAsync(progress, cancel);
            return archive;
        });
        BackupText.Show(settings.File, archive.Manifest, settings.Json, "verified");
        return ExitCodes.Done;
    }

    private static async Task<int> RestoreAsync(IServiceProvider services, BackupArchive archive, Settings settings, CancellationToken cancel)
    {
        await ProgressBar.RunAsync("Restore", async progress =>
        {
            await services.GetRequiredService<Restore>().RunAsync(archive, progress, cancel);
            return archive;
        });
        BackupText.Show(settings.File, archive.Manifest, settings.Json, "restored");
        return ExitCodes.Done;
    }
}
