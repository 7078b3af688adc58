namespace ApprovalEngine.Contracts.Cases;

/// <summary>Something that was done to a case or a task beside answering it, with the words that it asked for.</summary>
/// <param name="At">Instant (UTC).</param>
/// <param name="Actor">User name of who did it.</param>
/// <param name="Act">What: TaskTransferred, TaskDelegated, TaskRecalled, SignerAdded, SignerRemoved, TaskUrged, ActWithdrawn, CaseCopied, CaseSuspended, CaseResumed, CaseExtended or CaseEnded.</param>
public sealed record CourseAct(DateTimeOffset At, string Actor, string Act)
{
    /// <summary>For whom it was done; null for the actor's own name.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>The task; null for the whole case.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>User names of those to whom it went; empty for none.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>Code of the unit to which it went; null for none.</summary>
    public string? ToUnit { get; init; }

    /// <summary>The reason or the cause; null where none was given.</summary>
    public string? Words { get; init; }

    /// <summary>Legal basis of a suspension.</summary>
    public string? Basis { get; init; }

    /// <summary>Number of the document by which a case was suspended.</summary>
    public string? Document { get; init; }

    /// <summary>Last local date of a suspension.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Working days by which the limit was extended.</summary>
    public int? Days { get; init; }
}
