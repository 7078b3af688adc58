using System.Globalization;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>
/// What ran in an instance, read from its trail: nothing is kept for it. An activity that waits without a task leaves no row when it
/// begins; it began when the last activity that leads to it ended.
/// </summary>
internal sealed class ExecutionLog
{
    private readonly Instance instance;
    private readonly List<Execution> executions = [];
    private readonly List<ExecutionEvent> events = [];
    private readonly Dictionary<string, Execution> open = [];
    private readonly Dictionary<string, DateTimeOffset> lastRan = [];
    private readonly Dictionary<string, string> lines = [];
    private readonly Dictionary<string, string> tasks = [];
    private readonly Dictionary<string, int> runs = [];
    private readonly HashSet<Execution> traced = [];
    private readonly Execution workflow;
    private readonly DateTimeOffset began;

    private ExecutionLog(Instance instance)
    {
        this.instance = instance;
        var root = instance.Flow.Root;

        // A case was received before it was entered; its flow began with the first row.
        began = instance.Trail is [var first, ..] ? first.At : instance.CreatedAt;
        workflow = Add(null, root.NodeId[..root.NodeId.LastIndexOf(':')], null, began);
    }

    /// <summary>Every run, in the order of the beginnings.</summary>
    public IReadOnlyList<Execution> Executions => executions;

    /// <summary>Every event, in the order of the instants.</summary>
    public IReadOnlyList<ExecutionEvent> Events { get; private set; } = [];

    /// <summary>Reads a trail.</summary>
    public static ExecutionLog Of(Instance instance)
    {
        var log = new ExecutionLog(instance);
        foreach (var row in instance.Trail)
        {
            log.Read(row);
        }

        log.Settle();
        log.Events = [.. log.events.OrderBy(happened => happened.At)];
        return log;
    }

    private void Read(JournalRow row)
    {
        var ended = new HashSet<string>();
        foreach (var effect in (row.Payload["effects"] as JsonArray ?? []).OfType<JsonArray>())
        {
            Read([.. effect.Select(part => (string?)part ?? "")], row.At, ended);
        }

        foreach (var activityId in ended.Where(id => open.ContainsKey(id) && !tasks.ContainsValue(id)))
        {
            End(open[activityId], "Canceled", row.At);
        }
    }

    private void Read(string[] effect, DateTimeOffset at, HashSet<string> ended)
    {
        switch (effect)
        {
            case [nameof(Effect.TaskOpened) or nameof(Effect.TaskReopened), var task, var activity, ..]:
                tasks[task] = activity;
                Wait(activity, at);
                break;
            case [nameof(Effect.ServiceCalled), _, var activity, ..]:
                Wait(activity, at);
                break;
            case [nameof(Effect.TaskClosed), var task, var activity, var end, ..]:
                tasks.Remove(task);
                if (end != nameof(TaskEnd.Completed))
                {
                    ended.Add(activity);
                }

                break;
            case [nameof(Effect.LineWritten), var activity, var text]:
                lines[activity] = text;
                break;
            case [nameof(Effect.IncidentRaised), var activity, var message]:
                Fault(activity, message, at);
                break;
            case [nameof(Effect.IncidentResolved), var activity, ..] when open.TryGetValue(activity, out var resolved):
                (resolved.Status, resolved.Fault) = ("Running", null);
                break;
            case [nameof(Effect.ActivityTraced), var activity, var inputs, var outputs]:
                Trace(activity, inputs, outputs, at);
                break;
            case [nameof(Effect.ActivityRan), var activity, .. var outcomes]:
                Complete(activity, outcomes, at);
                break;
        }
    }

    private void Wait(string activityId, DateTimeOffset at)
    {
        if (Begin(activityId, at) is { HasBookmarks: false } waiting)
        {
            waiting.HasBookmarks = true;
            events.Add(new ExecutionEvent(waiting, at, "Suspended", null));
        }
    }

    /// <summary>What it was given and gave: the only word of an activity that waits for nothing but a result or an event.</summary>
    private void Trace(string activityId, string inputs, string outputs, DateTimeOffset at)
    {
        var isNew = !open.ContainsKey(activityId);
        if (Begin(activityId, Entered(activityId, at)) is not { } execution)
        {
            return;
        }

        Keep(execution.Inputs, inputs);
        Keep(execution.Outputs, outputs);
        if (isNew && !execution.Node!.Children.Values.Any(nested => nested.Length > 0))
        {
            traced.Add(execution);
        }
    }

    private static void Keep(JsonObject known, string told)
    {
        foreach (var (name, value) in JsonNode.Parse(told)!.AsObject())
        {
            known[name] = value?.DeepClone();
        }
    }

    private void Fault(string activityId, string message, DateTimeOffset at)
    {
        if (Met(activityId, at) is { } faulted)
        {
            (faulted.Status, faulted.Fault) = ("Faulted", message);
            events.Add(new ExecutionEvent(faulted, at, "Faulted", message));
        }
    }

    private void Complete(string activityId, string[] outcomes, DateTimeOffset at)
    {
        lastRan[activityId] = at;
        if (Met(activityId, at) is { } ran)
        {
            ran.Outcomes = outcomes;

            // What a case wrote may name people: an administrator sees where it stands, not what it says.
            End(ran, "Completed", at, instance.IsTrial && lines.Remove(activityId, out var line) ? line : null);
        }
    }

    /// <summary>What stands open now, and what the end of the instance ended with it.</summary>
    private void Settle()
    {
        foreach (var place in instance.State.Bookmarks)
        {
            Wait(place.ActivityId, open.TryGetValue(place.ActivityId, out var known) ? known.StartedAt : Entered(place.ActivityId, instance.UpdatedAt));
        }

        foreach (var incident in instance.State.Incidents.Where(incident => !executions.Exists(execution => execution.Node?.Id == incident.ActivityId && execution.Fault is not null)))
        {
            Fault(incident.ActivityId, incident.Message, instance.UpdatedAt);
        }

        if (instance.State.Status != FlowStatus.Finished)
        {
            return;
        }

        var at = instance.FinishedAt ?? instance.UpdatedAt;
        foreach (var left in open.Values.OrderByDescending(execution => execution.Depth).Where(execution => execution.Status != "Faulted").ToList())
        {
            End(left, left.Parent == workflow && instance.State.SubStatus == FlowSubStatus.Finished ? "Completed" : "Canceled", at);
        }

        End(workflow, instance.State.SubStatus switch { FlowSubStatus.Cancelled => "Canceled", FlowSubStatus.Faulted => "Faulted", _ => "Completed" }, at);
    }

    private void End(Execution execution, string status, DateTimeOffset at, string? message = null)
    {
        (execution.Status, execution.CompletedAt, execution.HasBookmarks) = (status, at, false);
        events.Add(new ExecutionEvent(execution, at, status, message));
        if (execution.Node is { } node)
        {
            open.Remove(node.Id);
        }
    }

    /// <summary>The run of an activity that is told of only now; one that began in an earlier step has waited since.</summary>
    private Execution? Met(string activityId, DateTimeOffset at)
    {
        var isNew = !open.ContainsKey(activityId);
        var met = Begin(activityId, Entered(activityId, at));
        if ((isNew || traced.Contains(met!)) && met is not null && met.StartedAt < at)
        {
            events.Add(new ExecutionEvent(met, met.StartedAt, "Suspended", null));
        }

        return met;
    }

    private Execution? Begin(string activityId, DateTimeOffset at)
    {
        if (open.TryGetValue(activityId, out var begun))
        {
            return begun;
        }

        // A version that the case has left may have had others.
        if (!instance.Flow.Activities.TryGetValue(activityId, out var node))
        {
            return null;
        }

        var parent = node.Parent is null ? workflow : Begin(node.Parent.Id, at) ?? workflow;
        return open[activityId] = Add(node, node.NodeId, parent, at);
    }

    /// <summary>When an activity was entered that was met at an instant.</summary>
    private DateTimeOffset Entered(string activityId, DateTimeOffset met)
    {
        var node = instance.Flow.Activities.GetValueOrDefault(activityId);
        var before = (node?.Parent?.Connections ?? []).Where(connection => connection.Target == node && lastRan.ContainsKey(connection.Source.Id)).Select(connection => lastRan[connection.Source.Id]);
        return before.Where(at => at <= met).DefaultIfEmpty(node?.Parent is { } container && open.TryGetValue(container.Id, out var around) ? around.StartedAt : began).Max();
    }

    private Execution Add(ActivityNode? node, string nodeId, Execution? parent, DateTimeOffset at)
    {
        var place = node is null ? "w" : node.Index.ToString(CultureInfo.InvariantCulture);
        var number = runs[place] = runs.GetValueOrDefault(place) + 1;
        var added = new Execution { Id = FormattableString.Invariant($"{instance.Id}.{place}.{number}"), Node = node, NodeId = nodeId, Parent = parent, StartedAt = at };
        executions.Add(added);
        events.Add(new ExecutionEvent(added, at, "Started", null));
        return added;
    }
}
