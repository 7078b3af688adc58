using System.ComponentModel;
using ApprovalEngine.Approval.Interchange;
using ApprovalEngine.Contracts.Definitions;
using MediatR;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Flows;

/// <summary>`approval flow import`: definitions become drafts, all or none; what does not run here is reported and kept all the same.</summary>
internal sealed class FlowImportCommand : DatabaseCommand<FlowImportCommand.Settings>
{
    internal sealed class Settings : CentreSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("Definitions in any form that Elsa 3 has written: JSON files, and zipped sets of them.")]
        public string[] Files { get; init; } = [];

        [CommandOption("--lang <LANG>")]
        [Description("zh-Hans, zh-Hant or en.")]
        public string Language { get; init; } = "en";

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    protected override async Task<int> RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        var files = settings.Files.Select(file => new UploadedFile(file, InputFile.Bytes(file))).ToList();
        var access = await settings.AccessAsync(services, cancel);
        var report = await services.GetRequiredService<IMediator>().Send(new ImportFlows(access, files), cancel);
        if (settings.Json)
        {
            Output.Document(report);
        }
        else
        {
            report.Flows.ToList().ForEach(flow => Print(flow, settings.Language));
            report.Ignored.ToList().ForEach(file => Output.Line($"{file}: ignored, it is no definition by its name"));
        }

        return report.Flows.Any(flow => flow.Findings.Count > 0) ? ExitCodes.Finding : ExitCodes.Done;
    }

    private static void Print(ImportedFlow flow, string language)
    {
        Output.Line($"{flow.File}: {flow.DefinitionId} version {flow.Version}{(flow.State == ImportState.Unchanged ? ", unchanged" : "")}");
        foreach (var finding in flow.Findings)
        {
            Output.Line($"{flow.File}: does not run here: {finding.Code} {finding.ActivityId ?? "-"}: {finding.Sentence.In(language)}");
        }
    }
}
