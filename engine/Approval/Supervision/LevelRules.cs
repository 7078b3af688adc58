using ApprovalEngine.Contracts.Supervision;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>Thresholds as people read and set them.</summary>
internal static class LevelRules
{
    /// <summary>A centre with more thresholds than this watches nothing any more.</summary>
    public const int Most = 20;

    private const int MostDays = 366;

    /// <summary>A threshold to be read.</summary>
    public static LevelRuleView View(LevelRule rule) => new(
        rule.Clock.ToString(), rule.Level.ToString(), rule.Measured.ToString(), (rule.At as LevelMoment.ShareUsed)?.Percent, (rule.At as LevelMoment.Overdue)?.MoreDays, (rule.At as LevelMoment.LastDays)?.Days);

    /// <summary>The threshold that is meant; null where it cannot be one.</summary>
    public static LevelRule? Rule(LevelRuleView view)
    {
        LevelMoment? at = (view.SharePercent, view.MoreDays, view.LastDays) switch
        {
            ( >= 1 and <= 100 and var percent, null, null) => new LevelMoment.ShareUsed(percent),
            (null, >= 0 and <= MostDays and var days, null) => new LevelMoment.Overdue(days),
            (null, null, >= 1 and <= MostDays and var days) => new LevelMoment.LastDays(days),
            _ => null,
        };
        return at is not null && Named<AlertClock>(view.Clock) is { } clock && Named<AlertLevel>(view.Level) is { } level && Named<AlertClock>(view.Measured) is { } measured && Go(clock, measured)
            ? new(clock, level, measured, at)
            : null;
    }

    /// <summary>A case's card may come of its other clock (red where the promise is over by far); a step is measured by its own, and an irregularity by none.</summary>
    private static bool Go(AlertClock clock, AlertClock measured) => clock != AlertClock.Irregularity && (clock == measured || (clock, measured) is (AlertClock.Legal, AlertClock.Promised) or (AlertClock.Promised, AlertClock.Legal));

    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name!) : null;
}
