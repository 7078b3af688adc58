namespace ApprovalEngine.Approval.Supervision;

/// <summary>How grave an alert is (domain.md, "Supervision levels"). The numbers are stored.</summary>
public enum AlertLevel
{
    /// <summary>預警.</summary>
    Notice = 1,

    /// <summary>黃牌.</summary>
    YellowCard = 2,

    /// <summary>紅牌.</summary>
    RedCard = 3,
}
