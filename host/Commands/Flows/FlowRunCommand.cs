using System.ComponentModel;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using Spectre.Console.Cli;

namespace ApprovalEngine.Host.Commands.Flows;

/// <summary>`approval flow run`: runs a flow without a case, in memory.</summary>
internal sealed class FlowRunCommand(TimeProvider time) : Command<FlowRunCommand.Settings>
{
    internal sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("A definition in Elsa's form.")]
        public string File { get; init; } = "";

        [CommandOption("--mode <MODE>")]
        [Description("counter, token or safe; else what the document says, else counter.")]
        public string? Mode { get; init; }

        [CommandOption("--input <NAME=VALUE>")]
        [Description("An input of the flow; JSON or text. May be repeated.")]
        public string[] Inputs { get; init; } = [];

        [CommandOption("--resume <WHAT>")]
        [Description("event:NAME, task:NAME=RESULT or return:ACTIVITY. May be repeated; one after the other.")]
        public string[] Resumes { get; init; } = [];

        [CommandOption("--json")]
        [Description("One JSON document.")]
        public bool Json { get; init; }
    }

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var flow = CompiledFlow.Compile(FlowText.Read(settings.File), FlowText.Mode(settings.Mode));
        var run = Run(flow, settings);
        if (settings.Json)
        {
            Output.Document(new
            {
                lines = run.Lines,
                status = run.State.Status,
                subStatus = run.State.SubStatus,
                bookmarks = run.State.Bookmarks.Select(place => new { place.Kind, place.ActivityId, place.Name }),
                tasks = run.State.Tasks.Select(task => new { task.Id, task.ActivityId, task.Outcomes }),
                incidents = run.State.Incidents.Select(incident => new { incident.ActivityId, incident.Message }),
            });
        }
        else
        {
            foreach (var line in run.Lines)
            {
                Output.Line(line);
            }

            Output.Line(run.Summary);
        }

        return run.IsFaulted ? ExitCodes.Finding : ExitCodes.Done;
    }

    private FlowRun Run(CompiledFlow flow, Settings settings)
    {
        try
        {
            return FlowRun.Of(flow, Inputs(settings), [.. settings.Resumes.Select(Resume.Parse)], TrialContext.At(time.GetUtcNow(), Actors.CommandLine));
        }
        catch (FormatException fault)
        {
            throw new BadInputException($"--resume: {fault.Message}");
        }
        catch (ActRefusedException refused)
        {
            throw new BadInputException($"--resume: {refused.Message}");
        }
    }

    private static JsonObject Inputs(Settings settings)
    {
        var inputs = new JsonObject();
        foreach (var input in settings.Inputs)
        {
            if (input.Split('=', 2) is not [{ Length: > 0 } name, var value])
            {
                throw new BadInputException($"--input: '{input}' is not of the form name=value.");
            }

            inputs[name] = Resume.Value(value);
        }

        return inputs;
    }
}
