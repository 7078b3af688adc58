namespace ApprovalEngine.Approval.Jobs;

/// <summary>
/// When a heavy check may run. It is asked often and goes by what was done, not by the tick: a night missed is made up for, and
/// nothing heavy begins merely because a host started.
/// </summary>
internal static class NightlyHours
{
    private static readonly TimeOnly QuietUntil = new(6, 0);
    private static readonly TimeSpan OnceANight = TimeSpan.FromHours(12);
    private static readonly TimeSpan MadeUpAfter = TimeSpan.FromHours(48);

    /// <summary>Whether the check is due.</summary>
    /// <param name="lastAt">Instant (UTC) of the last run; null before the first, which waits for a night.</param>
    /// <param name="now">The present instant (UTC).</param>
    /// <param name="zone">Zone of the centre, whose night counts.</param>
    public static bool IsDue(DateTimeOffset? lastAt, DateTimeOffset now, TimeZoneInfo zone)
    {
        var isNight = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime) < QuietUntil;
        return isNight ? lastAt is null || now - lastAt > OnceANight : now - lastAt > MadeUpAfter;
    }
}
