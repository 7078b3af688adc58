using System.ComponentModel;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Definitions;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Linting;
using MediatR;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Flows;

/// <summary>`approval flow import`: definitions become drafts; what does not run here is reported and kept all the same.</summary>
internal sealed class FlowImportCommand : DatabaseCommand<FlowImportCommand.Settings>
{
    internal sealed class Settings : CentreSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("Definitions in Elsa's form.")]
        public string[] Files { get; init; } = [];

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    /// <summary>What came of a file.</summary>
    private sealed record Imported(string File, string DefinitionId, int Version, bool IsNew, IReadOnlyList<string> DoesNotRun);

    protected override async Task<int> RunAsync(IServiceProvider services, Settings settings, CancellationToken cancel)
    {
        var definitions = settings.Files.Select(file => (File: file, Definition: FlowText.Read(file))).ToList();
        var access = await settings.AccessAsync(services, cancel);
        var results = new List<Imported>();
        foreach (var (file, definition) in definitions)
        {
            results.Add(await ImportAsync(services.GetRequiredService<IMediator>(), access, file, definition, cancel));
        }

        if (settings.Json)
        {
            Output.Document(results);
        }
        else
        {
            results.ForEach(Print);
        }

        return results.Any(result => result.DoesNotRun.Count > 0) ? ExitCodes.Finding : ExitCodes.Done;
    }

    private static async Task<Imported> ImportAsync(IMediator mediator, Access access, string file, FlowDefinition definition, CancellationToken cancel)
    {
        var latest = await LatestAsync(mediator, access, definition.DefinitionId, cancel);
        var doesNotRun = InterchangeReport.Of(definition).Select(finding => $"{finding.ActivityId ?? "-"}: {finding.Sentence.In("en")}").ToList();
        if (latest is not null && IsSame(definition, latest))
        {
            return new Imported(file, latest.Summary.DefinitionId, latest.Summary.Version, IsNew: false, doesNotRun);
        }

        var start = latest is null ? null : new FlowBase(latest.Summary.Version, latest.Summary.Revision);
        var saved = await mediator.Send(new SaveFlow(access, null, new SaveFlowRequest(definition.Document, start, $"from {Path.GetFileName(file)}")), cancel);
        return new Imported(file, saved.Summary.DefinitionId, saved.Summary.Version, IsNew: true, doesNotRun);
    }

    private static async Task<FlowVersionView?> LatestAsync(IMediator mediator, Access access, string definitionId, CancellationToken cancel)
    {
        try
        {
            return definitionId.Length == 0 ? null : await mediator.Send(new GetFlow(access, definitionId, null), cancel);
        }
        catch (NotFoundException)
        {
            // A definition that is new here.
            return null;
        }
    }

    /// <summary>Equal but for what the database says about a version: importing again changes nothing.</summary>
    private static bool IsSame(FlowDefinition definition, FlowVersionView latest) =>
        JsonNode.DeepEquals(WithoutMarks(definition.Document), WithoutMarks(latest.Document));

    private static JsonObject WithoutMarks(JsonObject document)
    {
        var copy = document.DeepClone().AsObject();
        foreach (var mark in new[] { "id", "version", "createdAt", "isLatest", "isPublished" })
        {
            copy.Remove(mark);
        }

        return copy;
    }

    private static void Print(Imported result)
    {
        Output.Line($"{result.File}: {result.DefinitionId} version {result.Version}{(result.IsNew ? "" : ", unchanged")}");
        foreach (var line in result.DoesNotRun)
        {
            Output.Line($"{result.File}: does not run here: {line}");
        }
    }
}
