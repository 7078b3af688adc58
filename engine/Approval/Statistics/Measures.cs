namespace ApprovalEngine.Approval.Statistics;

/// <summary>Everything that figures are made of.</summary>
internal static class Measures
{
    /// <summary>Goes up when the meaning of a kept sum changes: rollups of another version are not read, and are built anew.</summary>
    public const int RuleVersion = 1;

    /// <summary>
    /// What the rollups bear as their version: that of the rules, and above it that of how they are kept. A host of before, which knows no grain, takes
    /// them for built by other rules, and so do we those of before.
    /// </summary>
    public const int KeptVersion = (2 * 1000) + RuleVersion;

    /// <summary>
    /// What is used is not known for a closing in a year without a calendar: such a case is closed and not measured; it is overdue only where its due moment was known.
    /// </summary>
    private const string IsMeasured = "f.case_kind = 1 and f.limit_amount >= 1 and f.used_amount is not null";

    /// <summary>Billionths of the limit left over, half up. Calendar limits are microseconds and need more than 64 bits on the way.</summary>
    private const string LeftOverPpb = """
        case when f.limit_kind = 0
             then (1000000000::bigint * greatest(0, f.limit_amount - f.used_amount) + f.limit_amount / 2) / greatest(1, f.limit_amount)
             else div(1000000000::numeric * greatest(0, f.limit_amount - f.used_amount) + f.limit_amount / 2, greatest(1, f.limit_amount))::bigint end
        """;

    public static readonly Measure Accepted = Sum("accepted", 0, new("期内受理的办件", "期內受理的辦件", "cases accepted in the period"), FactDate.Acceptance, "true");
    public static readonly Measure Closed = Sum("closed", 1, new("期内办结的办件", "期內辦結的辦件", "cases closed in the period"), FactDate.Closing, "true");
    public static readonly Measure OnTime = Sum(
        "on_time", 2,
        new("期内按时办结的办件", "期內按時辦結的辦件", "cases closed in the period on or before their due moment"),
        FactDate.Closing, "f.on_time is not false");

    public static readonly Measure Extended = Sum(
        "extended", 3,
        new("期内办结且曾延期的办件", "期內辦結且曾延期的辦件", "cases closed in the period after an extension"),
        FactDate.Closing, "f.extended");

    public static readonly Measure Measured = Sum(
        "measured", 4,
        new("期内办结、承诺时限不少于一日的承诺件", "期內辦結、承諾時限不少於一日的承諾件", "promised cases with a limit of at least 1, closed in the period"),
        FactDate.Closing, IsMeasured);

    public static readonly Measure Early = Sum(
        "early", 5,
        new("其中用时少于承诺时限的", "其中用時少於承諾時限的", "of these with less used than promised"),
        FactDate.Closing, $"{IsMeasured} and f.used_amount < f.limit_amount");

    public static readonly Measure EarlyPpb = Sum(
        "early_ppb", 6,
        new("各件提前比例之和", "各件提前比例之和", "sum of the shares of the limit left over, each max(0, promised - used) / promised"),
        FactDate.Closing, IsMeasured, LeftOverPpb);

    public static readonly Measure Used = Sum("used", 7, new("用时之和", "用時之和", "sum of the time used"), FactDate.Closing, IsMeasured, "f.used_amount");
    public static readonly Measure Limited = Sum("limited", 8, new("承诺时限之和", "承諾時限之和", "sum of the limits promised"), FactDate.Closing, IsMeasured, "f.limit_amount");
    public static readonly Measure SameDay = Sum(
        "same_day", 9,
        new("期内受理、用时为零日办结的即办件", "期內受理、用時為零日辦結的即辦件", "instant cases accepted in the period and closed with no day used"),
        FactDate.ClosedByAcceptance, "f.case_kind = 0 and f.used_amount = 0");

    /// <summary>What rollups keep, in the order of <see cref="Tally.Sums"/>; each code is the column's name.</summary>
    public static readonly IReadOnlyList<Measure> Kept = [Accepted, Closed, OnTime, Extended, Measured, Early, EarlyPpb, Used, Limited, SameDay];

    /// <summary>
    /// What no rollup keeps, after the kept ones in <see cref="Tally.Sums"/>: by one axis accepted less closed, by several from the open cases
    /// themselves.
    /// </summary>
    public static readonly Measure Open = Sum(
        "open", 10,
        new("期末已受理而未办结的办件", "期末已受理而未辦結的辦件", "cases accepted and not closed at the end of the period"),
        FactDate.OpenAtEnd, "true");

    public static readonly Measure OpenOverdue = Sum(
        "open_overdue", 11,
        new("其中期末已逾期的", "其中期末已逾期的", "of these past their due moment at the end of the period, or now where that is still to come"),
        FactDate.OpenAtEnd, "f.due_at < @until");

    // Exact differences and parts of the kept sums, with cases of their own behind them.
    public static readonly Measure InstantAccepted = new(
        "instant_accepted",
        new("期内受理的即办件", "期內受理的即辦件", "instant cases accepted in the period"),
        FactDate.Acceptance, "f.case_kind = 0", "1", tally => tally.IsInstant ? Accepted.Read(tally) : 0);

    public static readonly Measure Overdue = new(
        "overdue",
        new("期内逾期办结的办件", "期內逾期辦結的辦件", "cases closed in the period after their due moment"),
        FactDate.Closing, "f.on_time is false", "1", tally => Closed.Read(tally) - OnTime.Read(tally));

    public static readonly Measure Saved = new(
        "saved",
        new("承诺时限之和减用时之和", "承諾時限之和減用時之和", "sum of the limits promised less sum of the time used"),
        FactDate.Closing, IsMeasured, "f.limit_amount - f.used_amount", tally => Limited.Read(tally) - Used.Read(tally));

    private static Measure Sum(string code, int place, Contracts.LocalText name, FactDate dated, string where, string amount = "1") =>
        new(code, name, dated, where, amount, tally => tally.Sums[place]);
}
