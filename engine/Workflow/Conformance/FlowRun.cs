using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Conformance;

/// <summary>Runs a flow without a case: what it writes, and where it stands at the end.</summary>
/// <param name="Lines">What WriteLine wrote, in order.</param>
/// <param name="State">The state after the last step.</param>
public sealed record FlowRun(ImmutableArray<string> Lines, FlowState State)
{
    /// <summary>Whether a fault ended it, or stands in it as an incident.</summary>
    public bool IsFaulted => State.SubStatus == FlowSubStatus.Faulted || !State.Incidents.IsEmpty;

    /// <summary>One line: status, sub-status and the open waiting places.</summary>
    public string Summary => string.Join(' ', [State.Status.ToString(), State.SubStatus.ToString(), .. State.Bookmarks.Select(Text), .. State.Incidents.Select(Text)]);

    /// <summary>Starts a flow and resumes it.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="inputs">The workflow's inputs.</param>
    /// <param name="resumes">What it is resumed with, one after the other.</param>
    /// <param name="context">Instant, calendar and seed, the same for every step.</param>
    /// <exception cref="ActRefusedException">A resume was refused.</exception>
    public static FlowRun Of(CompiledFlow flow, JsonObject inputs, IEnumerable<Resume> resumes, FlowContext context)
    {
        ArgumentNullException.ThrowIfNull(resumes);
        var lines = ImmutableArray.CreateBuilder<string>();
        var state = Step(FlowState.New, new Stimulus.Start(inputs));
        foreach (var resume in resumes)
        {
            state = Step(state, resume.In(state));
        }

        return new FlowRun(lines.ToImmutable(), state);

        FlowState Step(FlowState before, Stimulus stimulus)
        {
            var transition = Interpreter.Advance(flow, before, stimulus, context);
            lines.AddRange(transition.Effects.OfType<Effect.LineWritten>().Select(line => line.Text));
            return transition.State;
        }
    }

    private static string Text(Bookmark place) => place.Name is null ? $"{place.Kind}({place.ActivityId})" : $"{place.Kind}({place.ActivityId}: {place.Name})";

    private static string Text(Incident incident) => $"incident({incident.ActivityId}: {incident.Message})";
}
