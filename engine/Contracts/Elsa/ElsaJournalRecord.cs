using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Elsa;

/// <summary>A line of an instance's journal.</summary>
public sealed record ElsaJournalRecord
{
    /// <summary>Key of the line.</summary>
    public required string Id { get; init; }

    /// <summary>The run of the activity.</summary>
    public required string ActivityInstanceId { get; init; }

    /// <summary>The run of its container.</summary>
    public string? ParentActivityInstanceId { get; init; }

    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Its type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Version of the type.</summary>
    public required int ActivityTypeVersion { get; init; }

    /// <summary>Its name.</summary>
    public string? ActivityName { get; init; }

    /// <summary>Its path.</summary>
    public required string NodeId { get; init; }

    /// <summary>When (UTC).</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Place in the journal, from 0.</summary>
    public required int Sequence { get; init; }

    /// <summary>Started, Suspended, Completed, Faulted, Canceled.</summary>
    public required string EventName { get; init; }

    /// <summary>A text.</summary>
    public string? Message { get; init; }

    /// <summary>What goes with it, for instance the outcomes.</summary>
    public JsonObject? Payload { get; init; }
}
