using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>
/// Where an instance stands: immutable, small, without a copy of the definition. Stored as JSON with short names
/// (<see cref="FlowStateJson"/>); the same JSON gives the same state.
/// </summary>
public sealed partial record FlowState
{
    /// <summary>An instance that has not begun.</summary>
    public static FlowState New { get; } = new();

    /// <summary>Elsa's status.</summary>
    public FlowStatus Status { get; init; } = FlowStatus.Running;

    /// <summary>Elsa's sub-status.</summary>
    public FlowSubStatus SubStatus { get; init; } = FlowSubStatus.Pending;

    /// <summary>Tasks that wait for people, by number.</summary>
    public ImmutableArray<OpenTask> Tasks { get; init; } = [];

    /// <summary>Armed timers.</summary>
    public ImmutableArray<FlowTimer> Timers { get; init; } = [];

    /// <summary>The armed timer that is due first, by its key where several are; null when none is due by an instant (UTC).</summary>
    public FlowTimer? NextTimer(DateTimeOffset until) =>
        Timers.Where(timer => timer.DueAt <= until).OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Key, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>The case's clocks; null before acceptance, and for flows without a case.</summary>
    public CaseClock? Clock { get; init; }

    /// <summary>Whether an answer to a step has taken effect before; one that was taken back has not.</summary>
    /// <param name="activityId">The step.</param>
    public bool WasAnswered(string activityId) => Doers.ContainsKey(activityId);

    /// <summary>How the case was closed; null while it is not.</summary>
    public Decision? Decision { get; init; }

    /// <summary>The stop by which a person has suspended the case; null while it is not.</summary>
    public CaseStop? Stop { get; init; }

    /// <summary>Faults that are open (safe mode) or ended the instance (Elsa's modes).</summary>
    public ImmutableArray<Incident> Incidents { get; init; } = [];

    /// <summary>Name given by Elsa.SetName.</summary>
    public string? Name { get; init; }

    /// <summary>Correlation id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Workflow outputs set so far.</summary>
    public ImmutableSortedDictionary<string, JsonNode?> Output { get; init; } = None.Values;

    /// <summary>The open waiting places as Elsa lists its bookmarks: tasks, events, timers.</summary>
    public ImmutableArray<Bookmark> Bookmarks => WaitingPlaces.Of(this);
}

/// <summary>An open waiting place in Elsa's words.</summary>
/// <param name="Kind">The activity's type.</param>
/// <param name="ActivityId">The activity.</param>
/// <param name="Name">Event or task name; null where there is none.</param>
public sealed record Bookmark(string Kind, string ActivityId, string? Name);

/// <summary>Elsa's workflow status.</summary>
public enum FlowStatus
{
    /// <summary>Not ended.</summary>
    Running,

    /// <summary>Ended, see <see cref="FlowSubStatus"/>.</summary>
    Finished,
}

/// <summary>Elsa's workflow sub-status.</summary>
public enum FlowSubStatus
{
    /// <summary>Not begun.</summary>
    Pending,

    /// <summary>A step is under way; never stored.</summary>
    Executing,

    /// <summary>Waits.</summary>
    Suspended,

    /// <summary>Ended as meant.</summary>
    Finished,

    /// <summary>Ended by <see cref="Stimulus.Cancel"/>.</summary>
    Cancelled,

    /// <summary>Ended by a fault.</summary>
    Faulted,
}
