using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>One run of an activity.</summary>
internal sealed class Execution
{
    /// <summary>The same however often the trail is read: instance, place of the activity, number of the run.</summary>
    public required string Id { get; init; }

    /// <summary>The activity; null for the workflow itself.</summary>
    public required ActivityNode? Node { get; init; }

    public required string NodeId { get; init; }

    /// <summary>The run of its container.</summary>
    public required Execution? Parent { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>Elsa's activity status: Running, Completed, Canceled, Faulted.</summary>
    public string Status { get; set; } = "Running";

    /// <summary>It waits.</summary>
    public bool HasBookmarks { get; set; }

    /// <summary>What went wrong; null for nothing.</summary>
    public string? Fault { get; set; }

    /// <summary>Inputs as they were worked out, by name; only of trials.</summary>
    public JsonObject Inputs { get; } = [];

    /// <summary>Outputs by name; only of trials.</summary>
    public JsonObject Outputs { get; } = [];

    public IReadOnlyList<string> Outcomes { get; set; } = [];

    public string ActivityId => Node?.LocalId ?? NodeId;

    public string ActivityType => Node?.Type ?? "Elsa.Workflow";

    public int ActivityVersion => Node?.Json["version"] is JsonValue value && value.TryGetValue<int>(out var version) ? version : 1;

    public int Depth => Parent is null ? 0 : Parent.Depth + 1;

    public bool IsOpen => CompletedAt is null;
}

/// <summary>Something that happened in a run of an activity.</summary>
/// <param name="Execution">The run.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Name">Elsa's name: Started, Suspended, Completed, Faulted, Canceled.</param>
/// <param name="Message">A text that goes with it.</param>
internal sealed record ExecutionEvent(Execution Execution, DateTimeOffset At, string Name, string? Message);
