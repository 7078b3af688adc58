using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Migration;

/// <summary>A state of one version in the words of another: the same numbers, clocks, holders and fired ports under the new ids and positions.</summary>
internal sealed class StateTranslation(MigrationPlan plan, FlowState state)
{
    private readonly List<(int Flowchart, ActivityNode Step)> released = [];

    /// <summary>Tokens that waited at a merge which is none any more: they go on in the flowchart's frame.</summary>
    public IReadOnlyList<(int Flowchart, ActivityNode Step)> Released => released;

    public FlowState Translate() => state with
    {
        Frames = [.. state.Frames.Select(Frame)],
        Waits = [.. state.Waits.Select(wait => wait with { ActivityId = IdOf(wait.ActivityId) })],
        Calls = [.. state.Calls.Select(call => call with { ActivityId = IdOf(call.ActivityId) })],
        Tasks = [.. state.Tasks.Select(task => task with { ActivityId = IdOf(task.ActivityId) })],
        Timers = [.. state.Timers.Select(timer => timer with { ActivityId = timer.ActivityId is { } id ? IdOf(id) : null })],
        Incidents = [.. state.Incidents.Select(incident => incident with { ActivityId = IdOf(incident.ActivityId) })],
        Ports = [.. state.Ports.Where(port => plan.HeirOf(port.ActivityId) is not null).Select(port => port with { ActivityId = IdOf(port.ActivityId) })],
        ClosedBy = state.ClosedBy is { } closing ? IdOf(closing) : null,
        Trigger = state.Trigger is { } trigger ? IdOf(trigger) : null,
        Results = state.Results.Clear().AddRange(Renamed(state.Results, ResultKey)),
        ClosedScopes = state.ClosedScopes.Clear().AddRange(Renamed(state.ClosedScopes, Key)),
        Doers = state.Doers.Clear().AddRange(Renamed(state.Doers, Key)),
        Ran = Ran(),
    };

    private string IdOf(string activity) => plan.TargetOf(activity)?.Id ?? activity;

    private FrameState Frame(FrameState frame)
    {
        var node = plan.From.Activities[frame.ActivityId];
        var target = plan.TargetOf(node)!;
        var moved = frame with { ActivityId = target.Id };
        if (node.Type != ActivityTypes.Flowchart)
        {
            return moved;
        }

        var chart = new ChartTranslation(plan, node, target, state.Trigger);
        var (waiting, free) = chart.Arrivals(frame);
        released.AddRange(free.Select(step => (frame.Id, step)));
        return moved with { Arrived = waiting, Visits = chart.Visits(frame), Follows = chart.Follows(frame, Standing(frame)), Tokens = chart.Tokens(frame) };
    }

    private IEnumerable<ActivityNode> Standing(FrameState flowchart) =>
        state.Frames.Where(frame => frame.Parent == flowchart.Id).Select(frame => plan.TargetOf(frame.ActivityId)!);

    private ImmutableSortedSet<int> Ran()
    {
        var ran = state.Ran;
        return plan.From.Activities.Values.Where(node => ran.Contains(node.Index)).Select(node => plan.HeirOf(node.Id)).OfType<ActivityNode>().Select(node => node.Index).ToImmutableSortedSet();
    }

    /// <summary>What has no heir stays as it is, unless its name would now say something about another step.</summary>
    private static IEnumerable<KeyValuePair<string, T>> Renamed<T>(IEnumerable<KeyValuePair<string, T>> values, Func<string, string?> keyOf) =>
        values.Select(pair => (Key: keyOf(pair.Key), pair.Value)).Where(pair => pair.Key is not null).Select(pair => KeyValuePair.Create(pair.Key!, pair.Value));

    private string? Key(string activity) =>
        plan.From.Activities.ContainsKey(activity) && plan.HeirOf(activity) is { } heir ? heir.Id : plan.To.Activities.ContainsKey(activity) ? null : activity;

    private string? ResultKey(string key) =>
        plan.From.Activities.ContainsKey(key) || key.LastIndexOf('/') is not (>= 0 and var slash) ? Key(key)
        : Key(key[..slash]) is { } activity ? activity + key[slash..]
        : null;
}
