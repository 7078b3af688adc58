namespace ApprovalEngine.Approval.Timers;

/// <summary>What is watched for its due moment. The numbers are stored.</summary>
public enum DueKind : short
{
    /// <summary>Moments that move flows.</summary>
    Flow = 0,

    /// <summary>Alerts of supervision.</summary>
    Alert = 1,
}
