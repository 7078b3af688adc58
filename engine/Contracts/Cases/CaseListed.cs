namespace ApprovalEngine.Contracts.Cases;

/// <summary>A case as lists show it.</summary>
public sealed record CaseListed
{
    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Its number.</summary>
    public required string CaseNo { get; init; }

    /// <summary>Number it had elsewhere.</summary>
    public string? ExternalNo { get; init; }

    /// <summary>Code of the item.</summary>
    public required string Item { get; init; }

    /// <summary>Name of the item.</summary>
    public required LocalText ItemName { get; init; }

    /// <summary>Name of the applicant.</summary>
    public required string Applicant { get; init; }

    /// <summary>How it came in.</summary>
    public required string Channel { get; init; }

    /// <summary>Received, Open, Suspended, Cancelled, NotAccepted or Closed.</summary>
    public required string Status { get; init; }

    /// <summary>Code of the handling unit.</summary>
    public required string Unit { get; init; }

    /// <summary>Code of the window where it was received.</summary>
    public string? Window { get; init; }

    /// <summary>Receipt (UTC).</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Acceptance (UTC).</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>Promised due moment (UTC); null before acceptance, while stopped, and while a calendar year is missing.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When it ended (UTC).</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Granted, Refused, Withdrawn or Terminated.</summary>
    public string? Decision { get; init; }

    /// <summary>Open and past its promised due moment.</summary>
    public required bool IsOverdue { get; init; }

    /// <summary>While it is open, working days until the due moment: 0 is today, below 0 is overdue; null without a due moment.</summary>
    public int? RemainingDays { get; init; }

    /// <summary>Whether supervision counts it as close to its end: its notice has come, it is open and its clock runs.</summary>
    public bool IsNoticed { get; init; }
}
