namespace ApprovalEngine.Approval.Supervision;

/// <summary>Where the procedure of an alert stands. The numbers are stored.</summary>
public enum AlertStatus
{
    /// <summary>Nobody has answered it yet.</summary>
    Raised = 0,

    /// <summary>The responsible person has seen it.</summary>
    Acknowledged = 1,

    /// <summary>The responsible person has explained it.</summary>
    Explained = 2,

    /// <summary>The supervisor accepts the explanation.</summary>
    Accepted = 3,

    /// <summary>The supervisor upholds the alert.</summary>
    Upheld = 4,

    /// <summary>申訴: the decision is contested.</summary>
    Appealed = 5,

    /// <summary>A supervisor has handed it up: only those above decide on it.</summary>
    Escalated = 6,
}
