using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>What only the runtime reads: the activities that run or wait, their data, and what has been.</summary>
public sealed partial record FlowState
{
    /// <summary>The activities that run or wait, containers before their children.</summary>
    internal ImmutableArray<FrameState> Frames { get; init; } = [];

    /// <summary>Waiting places without a task or call of their own: events, run tasks, delays.</summary>
    internal ImmutableArray<Wait> Waits { get; init; } = [];

    /// <summary>Calls whose answers are awaited.</summary>
    internal ImmutableArray<OpenCall> Calls { get; init; } = [];

    /// <summary>The workflow's variables that have been set, by name.</summary>
    internal ImmutableSortedDictionary<string, JsonNode?> Variables { get; init; } = None.Values;

    /// <summary>Inputs that are kept, by name.</summary>
    internal ImmutableSortedDictionary<string, JsonNode?> Inputs { get; init; } = None.Values;

    /// <summary>Activity outputs that are kept (safe mode): by activity id for its result, else by id, slash and output.</summary>
    internal ImmutableSortedDictionary<string, JsonNode?> Results { get; init; } = None.Values;

    /// <summary>Variables of closed containers, by the container's id, for a return that opens it again (safe rule 8).</summary>
    internal ImmutableSortedDictionary<string, JsonObject> ClosedScopes { get; init; } = None.Scopes;

    /// <summary>Indexes of the activities that have run (safe mode): a person can return only to these.</summary>
    internal ImmutableSortedSet<int> Ran { get; init; } = [];

    /// <summary>Who answered a step last, by the step's id; a countersign has several.</summary>
    internal ImmutableSortedDictionary<string, ImmutableArray<string>> Doers { get; init; } = None.Doers;

    /// <summary>Ports that Approval.PromiseClock armed on the case's clock.</summary>
    internal ImmutableArray<PromisePorts> Ports { get; init; } = [];

    /// <summary>The Approval.CloseCase that closed the case: nothing returns to before it.</summary>
    internal string? ClosedBy { get; init; }

    /// <summary>The activity that the instance was started at, when it was not the flowchart's own start.</summary>
    internal string? Trigger { get; init; }

    /// <summary>Number of the last frame, task, call and document.</summary>
    internal Counters Counters { get; init; } = new(0, 0, 0, 0);
}
