using ApprovalEngine.Contracts.Supervision;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>A threshold of a profile of levels while it is written.</summary>
public sealed class Threshold
{
    private const int MostDays = 366;

    /// <summary>Notice, YellowCard or RedCard.</summary>
    public string Level { get; set; } = "Notice";

    /// <summary>Which of <see cref="Pairs"/>.</summary>
    public int Pair { get; set; }

    /// <summary>Share, Over or Last.</summary>
    public string Moment { get; set; } = "Share";

    /// <summary>Per cent, or working days.</summary>
    public int? Number { get; set; }

    /// <summary>The clock in whose name an alert is raised, with the one that is measured: a case's red card may come of its promise.</summary>
    public static readonly (string Clock, string Measured)[] Pairs = [("Promised", "Promised"), ("Legal", "Legal"), ("Step", "Step"), ("Legal", "Promised"), ("Promised", "Legal")];

    /// <summary>Whether it can be a threshold.</summary>
    public bool IsWhole => (Moment, Number) is ("Share", >= 1 and <= 100) or ("Over", >= 0 and <= MostDays) or ("Last", >= 1 and <= MostDays);

    /// <summary>To be changed.</summary>
    public static Threshold Of(LevelRuleView rule) => new()
    {
        Level = rule.Level,
        Pair = Array.IndexOf(Pairs, (rule.Clock, rule.Measured)),
        Moment = rule.SharePercent is not null ? "Share" : rule.LastDays is not null ? "Last" : "Over",
        Number = rule.SharePercent ?? rule.LastDays ?? rule.MoreDays,
    };

    /// <summary>To be sent.</summary>
    public LevelRuleView Rule => new(
        Pairs[Pair].Clock, Level, Pairs[Pair].Measured, Moment == "Share" ? Number : null, Moment == "Over" ? Number : null, Moment == "Last" ? Number : null);
}
