namespace ApprovalEngine.Approval.Statistics;

/// <summary>How long the periods are over which a rollup sums.</summary>
public enum Grain
{
    /// <summary>Days, for the ends of a question's period.</summary>
    Day = 0,

    /// <summary>Calendar months, each the sum of its days.</summary>
    Month = 1,
}
