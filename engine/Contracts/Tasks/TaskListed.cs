namespace ApprovalEngine.Contracts.Tasks;

/// <summary>A task as inboxes show it.</summary>
public sealed record TaskListed
{
    /// <summary>Id of the task; the case is in it.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Its case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Number of the case.</summary>
    public required string CaseNo { get; init; }

    /// <summary>Code of the item.</summary>
    public required string Item { get; init; }

    /// <summary>Name of the applicant.</summary>
    public required string Applicant { get; init; }

    /// <summary>The step.</summary>
    public required string ActivityId { get; init; }

    /// <summary>What the step is called.</summary>
    public required LocalText Title { get; init; }

    /// <summary>Acceptance, Review, Countersign, Correction or SpecialProcedure.</summary>
    public required string Kind { get; init; }

    /// <summary>Code of the unit to which it is offered.</summary>
    public required string Unit { get; init; }

    /// <summary>Role that it asks for.</summary>
    public required string Role { get; init; }

    /// <summary>Post that it asks for; null for any.</summary>
    public string? Post { get; init; }

    /// <summary>User name of who has it; null while it is on offer.</summary>
    public string? Assignee { get; init; }

    /// <summary>Who delegated it and gets it back; null otherwise.</summary>
    public string? Owner { get; init; }

    /// <summary>The task under which it lives (an added signer); null for a step's own.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>How often it was urged.</summary>
    public int Urged { get; init; }

    /// <summary>Seat of a countersign; null otherwise.</summary>
    public string? Seat { get; init; }

    /// <summary>The answers it takes.</summary>
    public required IReadOnlyList<string> Outcomes { get; init; }

    /// <summary>Whether the item lets it be answered together with others of its step.</summary>
    public bool AllowsBulkAnswers { get; init; }

    /// <summary>Instant (UTC) at which the step was entered.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Step limit in working days; null for none.</summary>
    public int? StepLimitDays { get; init; }

    /// <summary>
    /// The earliest of the step's and the case's due moments and the end of the period that a correction or the answer to an application is
    /// given (UTC); null while stopped or not known.
    /// </summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Working days until then: 0 is today, below 0 is overdue; null without a due moment.</summary>
    public int? RemainingDays { get; init; }

    /// <summary>Whether the case's clock stands still, and the task's with it; the end of a period of its own goes on.</summary>
    public bool IsStopped { get; init; }

    /// <summary>Whether supervision counts the case as close to its end: its notice has come, it is open and not overdue.</summary>
    public bool IsNoticed { get; init; }

    /// <summary>Whether the due moment is the step's own, or the end of its period; else it is the case's.</summary>
    public bool IsStepDue { get; init; }

    /// <summary>Whether it is the end of such a period, and neither the step's limit nor the case's.</summary>
    public bool IsPeriodDue { get; init; }
}
