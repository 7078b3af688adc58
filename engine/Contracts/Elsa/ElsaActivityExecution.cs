using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Elsa;

/// <summary>A run of an activity in Elsa's short lists.</summary>
public record ElsaActivityExecutionSummary
{
    /// <summary>The instance.</summary>
    public required string WorkflowInstanceId { get; init; }

    /// <summary>The activity.</summary>
    public required string ActivityId { get; init; }

    /// <summary>Its path.</summary>
    public required string ActivityNodeId { get; init; }

    /// <summary>Its type.</summary>
    public required string ActivityType { get; init; }

    /// <summary>Version of the type.</summary>
    public required int ActivityTypeVersion { get; init; }

    /// <summary>Its name.</summary>
    public string? ActivityName { get; init; }

    /// <summary>When it began (UTC).</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Whether it waits.</summary>
    public required bool HasBookmarks { get; init; }

    /// <summary>Running, Completed, Canceled, Faulted.</summary>
    public required string Status { get; init; }

    /// <summary>Faults of it and of what is nested in it.</summary>
    public required int AggregateFaultCount { get; init; }

    /// <summary>When it ended (UTC).</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Key of the run.</summary>
    public required string Id { get; init; }
}

/// <summary>A run of an activity.</summary>
public sealed record ElsaActivityExecution : ElsaActivityExecutionSummary
{
    /// <summary>The run with all that its short form says.</summary>
    /// <param name="summary">The short form.</param>
    [SetsRequiredMembers]
    public ElsaActivityExecution(ElsaActivityExecutionSummary summary)
        : base(summary)
    {
    }

    /// <summary>Inputs as they were evaluated, by name; of trials only.</summary>
    public JsonObject ActivityState { get; init; } = [];

    /// <summary>What goes with it, for instance the outcomes.</summary>
    public JsonObject Payload { get; init; } = [];

    /// <summary>Outputs by name; of trials only.</summary>
    public JsonObject Outputs { get; init; } = [];

    /// <summary>Elsa's own notes; none here.</summary>
    public JsonObject Properties { get; init; } = [];

    /// <summary>Elsa's own notes; none here.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>What went wrong.</summary>
    public ElsaFault? Exception { get; init; }

    /// <summary>The run of its container.</summary>
    public string? SchedulingActivityExecutionId { get; init; }

    /// <summary>The container.</summary>
    public string? SchedulingActivityId { get; init; }

    /// <summary>How deeply it is nested.</summary>
    public int CallStackDepth { get; init; }
}

/// <summary>A fault.</summary>
/// <param name="Type">Its kind.</param>
/// <param name="Message">A sentence.</param>
public sealed record ElsaFault(string Type, string Message);
