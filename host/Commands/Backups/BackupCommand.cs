using System.ComponentModel;
using ApprovalEngine.Approval.Backups;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Backups;

/// <summary>`approval backup`: the whole database in one verified file, while hosts go on working.</summary>
internal sealed class BackupCommand : DatabaseCommand<BackupCommand.Settings>
{
    internal sealed class Settings : DataSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("Where to; an older file of that name is replaced once the new one is verified.")]
        public string File { get; init; } = "";

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    protected override async Task<int> RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        OutputFile.Require(settings.File);
        var manifest = await ProgressBar.RunAsync("Backup", progress => services.GetRequiredService<Backup>().WriteAsync(settings.File, progress, cancel));
        BackupText.Show(settings.File, manifest, settings.Json, "written and verified");
        return ExitCodes.Done;
    }
}
