namespace ApprovalEngine.Workflow.Runtime;

/// <summary>What an administrator does about an incident.</summary>
public enum IncidentWay
{
    /// <summary>The activity runs again from its beginning; a container's variables stay as they are.</summary>
    Retry,

    /// <summary>The activity counts as ended with an outcome that leads on.</summary>
    TakeOutcome,
}
