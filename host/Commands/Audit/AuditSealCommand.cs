using System.ComponentModel;
using ApprovalEngine.Approval.Audit;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Audit;

/// <summary>`approval audit seal`: seals what is new now, and prints the last seal to be kept elsewhere.</summary>
internal sealed class AuditSealCommand : DatabaseCommand<AuditSealCommand.Settings>
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
        await services.GetRequiredService<Sealing>().SealAsync(access.CentreId, cancel);
        var last = await services.GetRequiredService<SealStore>().LastAsync(access.CentreId, cancel);
        await CopyAsync(services, settings, access.CentreId, cancel);
        if (settings.Json)
        {
            Output.Document(last is null ? null : SealText.View(last));
        }
        else
        {
            Output.Line(last is null ? "nothing to seal yet" : SealText.Line(last));
        }

        return ExitCodes.Done;
    }

    /// <summary>Only continues a file that a host began: a new one here would belong to whoever called.</summary>
    private static async Task CopyAsync(IServiceProvider services, Settings settings, int centreId, CancellationToken cancel)
    {
        var file = SealPlace.In(settings.Folder);
        if (File.Exists(file))
        {
            await new SealFile(file).CatchUpAsync(services.GetRequiredService<SealStore>(), [centreId], cancel);
        }
    }
}
