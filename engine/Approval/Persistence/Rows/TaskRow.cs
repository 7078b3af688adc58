namespace ApprovalEngine.Approval.Persistence.Rows;

/// <summary>What open and closed tasks have in common. A task's number in the API is the case's id with task_no in its low 16 bits.</summary>
internal abstract class TaskRow
{
    public int CentreId { get; init; }

    public Guid CaseId { get; init; }

    public int TaskNo { get; init; }

    public required string ActivityId { get; init; }

    public short Kind { get; init; }

    public required string Title { get; init; }

    public int UnitId { get; init; }

    public required string Role { get; init; }

    public string? Post { get; init; }

    public string? OfferedUser { get; init; }

    public string? Assignee { get; init; }

    public string? Seat { get; init; }

    public required string[] Outcomes { get; init; }

    public required string[] Barred { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public int? StepLimitDays { get; init; }

    public DateTimeOffset? StepDueAt { get; init; }

    /// <summary>The earlier of the case's due moment and the step's.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public int ItemId { get; init; }

    public required string CaseNo { get; init; }

    /// <summary>The task under which it lives (an added signer); null for a step's own.</summary>
    public int? ParentNo { get; init; }

    /// <summary>Who delegated it and gets it back; null otherwise.</summary>
    public string? Owner { get; init; }

    /// <summary>How often it was urged.</summary>
    public int Urged { get; init; }
}
