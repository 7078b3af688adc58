namespace ApprovalEngine.Contracts.Cases;

/// <summary>Which cases a list shows, and in which order; what is null does not narrow it.</summary>
public sealed record CaseFilter
{
    /// <summary>Received, Open, Suspended, Cancelled, NotAccepted or Closed.</summary>
    public string? Status { get; init; }

    /// <summary>Code of the item.</summary>
    public string? Item { get; init; }

    /// <summary>Code of a unit; cases of units below it are shown too.</summary>
    public string? Unit { get; init; }

    /// <summary>How it came in.</summary>
    public string? Channel { get; init; }

    /// <summary>Received on or after this local date.</summary>
    public DateOnly? ReceivedFrom { get; init; }

    /// <summary>Received on or before this local date.</summary>
    public DateOnly? ReceivedTo { get; init; }

    /// <summary>Open and past the promised due moment, or not.</summary>
    public bool? IsOverdue { get; init; }

    /// <summary>Open, and due on this local date.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>Open, and as urgent as this: as the board counts them, so of the units that the asker oversees where there are any.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>Beginning of a case number or outside number, the end of a case number, or a part of the applicant's name.</summary>
    public string? Search { get; init; }

    /// <summary>The order; null for the newest first.</summary>
    public CaseSort? Sort { get; init; }
}
