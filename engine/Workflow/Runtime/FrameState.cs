using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>An activity that runs or waits, between two steps.</summary>
internal sealed record FrameState
{
    /// <summary>Number within the instance.</summary>
    public required int Id { get; init; }

    /// <summary>The activity's id.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The container's frame; null for the root.</summary>
    public int? Parent { get; init; }

    /// <summary>It ran because of a backward connection (counter mode counts such a run otherwise).</summary>
    public bool CameBack { get; init; }

    /// <summary>It stands as an incident.</summary>
    public bool IsFaulted { get; init; }

    /// <summary>The executor's private data.</summary>
    public JsonObject? Data { get; init; }

    /// <summary>Its own variables that have been set, by name.</summary>
    public ImmutableSortedDictionary<string, JsonNode?> Variables { get; init; } = None.Values;

    /// <summary>Counter mode: how often each activity of the flowchart was visited, by its position.</summary>
    public ImmutableArray<int> Visits { get; init; } = [];

    /// <summary>Counter mode: how often each connection was visited, negative when the last visit did not follow it.</summary>
    public ImmutableArray<int> Follows { get; init; } = [];

    /// <summary>Safe mode: tokens that have arrived at a merge, as (merge, where the connection begins), by position in the flowchart.</summary>
    public ImmutableArray<Arrival> Arrived { get; init; } = [];

    /// <summary>Token mode: the flowchart's tokens, in the order in which they arose.</summary>
    public ImmutableArray<FlowToken> Tokens { get; init; } = [];
}

/// <summary>A token that has arrived at a merge and waits there for others.</summary>
/// <param name="Merge">Position of the merge in its flowchart.</param>
/// <param name="Source">Position of the activity where the connection begins: there the token stands (safe rule 5).</param>
internal readonly record struct Arrival(int Merge, int Source);

/// <summary>A waiting place without a task or call of its own.</summary>
internal sealed record Wait(int Frame, string Kind, string ActivityId, string? Name);

/// <summary>A call whose answer is awaited.</summary>
internal sealed record OpenCall(int Id, int Frame, string ActivityId);

/// <summary>Ports armed on the case's clock by one Approval.PromiseClock; its frame has ended, they have not (safe rule 6).</summary>
/// <param name="ActivityId">The PromiseClock.</param>
/// <param name="Scope">Frame of the flowchart in which its ports lead on.</param>
/// <param name="DueSoonFired">The port DueSoon has fired.</param>
/// <param name="OverdueFired">The port Overdue has fired.</param>
internal sealed record PromisePorts(string ActivityId, int Scope, bool DueSoonFired, bool OverdueFired);

/// <summary>The last numbers given out.</summary>
internal readonly record struct Counters(int Frame, int Task, int Call, int Document);
