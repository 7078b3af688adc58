namespace ApprovalEngine.Approval.Supervision;

/// <summary>A moment on a clock, as data.</summary>
public abstract record LevelMoment
{
    private LevelMoment()
    {
    }

    /// <summary>
    /// The opening of the counted day by which so much of the limit (with extensions) is used, at the latest of the last day:
    /// day min(N, ceil(N × percent / 100) + 1). Never for a limit of 0 days or one in calendar time.
    /// </summary>
    /// <param name="Percent">Share of the limit.</param>
    public sealed record ShareUsed(int Percent) : LevelMoment;

    /// <summary>
    /// The opening of the first of the limit's last counted days (with extensions): with 1, of the last one, which is one working day before due.
    /// The first day's opening where the limit has no more days than that; never for a limit of 0 days or one in calendar time.
    /// </summary>
    /// <param name="Days">How many of the last counted days, 1 or more.</param>
    public sealed record LastDays(int Days) : LevelMoment;

    /// <summary>More days are used than the limit (with extensions) and so many more.</summary>
    /// <param name="MoreDays">Working days beyond the limit; 0 for the due moment itself.</param>
    public sealed record Overdue(int MoreDays) : LevelMoment;
}
