namespace ApprovalEngine.Approval.Cases;

/// <summary>Where a case stands; below 7 it is open. The numbers are stored.</summary>
public enum CaseStatus : short
{
    /// <summary>Handed in, not yet accepted.</summary>
    Received = 0,

    /// <summary>Accepted, clocks run.</summary>
    Open = 1,

    /// <summary>Accepted, the promised clock stands still.</summary>
    Suspended = 2,

    /// <summary>Cancelled without a decision: a trial, or entered in error.</summary>
    Cancelled = 7,

    /// <summary>Not accepted, in writing and dated.</summary>
    NotAccepted = 8,

    /// <summary>Closed by a decision.</summary>
    Closed = 9,
}
