namespace ApprovalEngine.Approval.Incidents;

/// <summary>What an administrator can do about an incident.</summary>
public enum IncidentDecision
{
    /// <summary>The step runs again.</summary>
    Retry,

    /// <summary>The step counts as ended with an outcome that leads on.</summary>
    TakeOutcome,

    /// <summary>The case goes back to an earlier step.</summary>
    Return,

    /// <summary>The case ends without a decision on the matter.</summary>
    Terminate,
}
