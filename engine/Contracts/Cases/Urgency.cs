namespace ApprovalEngine.Contracts.Cases;

/// <summary>How urgent an open case is; each has exactly one.</summary>
public enum Urgency
{
    /// <summary>Before its notice.</summary>
    InTime,

    /// <summary>Past it, and not yet due.</summary>
    Notice,

    /// <summary>Past its promised due moment.</summary>
    Overdue,

    /// <summary>Its clock stands still.</summary>
    Stopped,

    /// <summary>Not accepted yet: no limit runs.</summary>
    Received,

    /// <summary>Accepted, and the due moment is not known yet (a calendar year is missing).</summary>
    Undated,
}
