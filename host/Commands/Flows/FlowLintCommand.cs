using System.ComponentModel;
using ApprovalEngine.Workflow.Linting;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Flows;

/// <summary>`approval flow lint`: what would go wrong, before it is published.</summary>
internal sealed class FlowLintCommand : Command<FlowLintCommand.Settings>
{
    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("Definitions in Elsa's form.")]
        public string[] Files { get; init; } = [];

        [CommandOption("--lang <LANG>")]
        [Description("zh-Hans, zh-Hant or en.")]
        public string Language { get; init; } = "en";

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        // All files are read before anything is said: one that is broken is bad input, not a finding.
        var definitions = settings.Files.Select(file => (File: file, Definition: FlowText.Read(file))).ToList();
        var findings = definitions.SelectMany(flow => Linter.Check(flow.Definition).Select(finding => (flow.File, Finding: finding))).ToList();
        if (settings.Json)
        {
            Output.Document(findings.Select(found => new
            {
                found.File,
                severity = Word(found.Finding.Severity),
                found.Finding.Code,
                activity = found.Finding.ActivityId,
                sentence = found.Finding.Sentence.In(settings.Language),
            }));
        }
        else
        {
            findings.ForEach(found => Output.Line(
                $"{found.File}: {Word(found.Finding.Severity)} {found.Finding.Code} {found.Finding.ActivityId ?? "-"}: {found.Finding.Sentence.In(settings.Language)}"));
        }

        return findings.Any(found => found.Finding.Severity == FindingSeverity.Error) ? ExitCodes.Finding : ExitCodes.Done;
    }

    private static string Word(FindingSeverity severity) => severity == FindingSeverity.Error ? "error" : "warning";
}
