using ApprovalEngine.Contracts;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>The figures of domain.md, section 3.</summary>
internal static class Figures
{
    private static readonly LocalText NoExclusions = new("无", "無", "none");

    private static readonly LocalText EarlyExclusions = new(
        "不含即办件；限期为日历时刻的办件另计，从不与工作日办件合并；延期的办件按最初承诺的时限计算；撤回和终止的办件计算在内",
        "不含即辦件；限期為日曆時刻的辦件另計，從不與工作日辦件合併；延期的辦件按最初承諾的時限計算；撤回和終止的辦件計算在內",
        "no instant cases; cases limited by a calendar instant stand apart and are never pooled with working-day cases; extended cases count with the limit first promised; withdrawn and terminated cases are in");

    private static readonly LocalText RecordedInError = new("不含错误登记后撤销的办件", "不含錯誤登記後撤銷的辦件", "cases cancelled as entered in error are out");

    private static readonly LocalText OnTimeExclusions = new(
        "不含错误登记后撤销的办件；因缺少年度日历而到期时间和用时均不明的办件暂按按时计",
        "不含錯誤登記後撤銷的辦件；因缺少年度日曆而到期時間和用時均不明的辦件暫按按時計",
        "cases cancelled as entered in error are out; cases whose due moment and time used are unknown, for want of a year's calendar, count as on time");

    public static readonly Figure Accepted = Count("accepted", new("受理件数", "受理件數", "Accepted"), Measures.Accepted);
    public static readonly Figure Closed = Count("closed", new("办结件数", "辦結件數", "Closed"), Measures.Closed);
    public static readonly Figure OnTimeCount = Count("onTime", new("按时办结件数", "按時辦結件數", "Closed on time"), Measures.OnTime);
    public static readonly Figure Overdue = Count("overdue", new("逾期办结件数", "逾期辦結件數", "Closed overdue"), Measures.Overdue);
    public static readonly Figure Open = Count("open", new("在办件数", "在辦件數", "Open"), Measures.Open);
    public static readonly Figure OpenOverdue = Count("openOverdue", new("在办逾期件数", "在辦逾期件數", "Open and overdue"), Measures.OpenOverdue);
    public static readonly Figure InstantAccepted = Count("instantAccepted", new("即办件受理件数", "即辦件受理件數", "Instant cases accepted"), Measures.InstantAccepted);
    public static readonly Figure InstantClosedSameDay = Count(
        "instantClosedSameDay",
        new("即办件当日办结件数", "即辦件當日辦結件數", "Instant cases closed the same day"),
        Measures.SameDay);

    public static readonly Figure Extended = Count("extended", new("延期办结件数", "延期辦結件數", "Closed after an extension"), Measures.Extended);

    public static readonly Figure AverageEarly = new(
        "averageEarly",
        new("平均提前办结率", "平均提前辦結率", "Average early-completion rate"),
        new("各件 max(0, 承诺时限 − 用时) ÷ 承诺时限 的平均值", "各件 max(0, 承諾時限 − 用時) ÷ 承諾時限 的平均值", "mean of max(0, promised - used) / promised"),
        EarlyExclusions, Measures.EarlyPpb, Measures.Measured, 1_000_000_000);

    public static readonly Figure TimeSaved = new(
        "timeSaved",
        new("办理提速率", "辦理提速率", "Time saved"),
        new("1 − 用时之和 ÷ 承诺时限之和，不设下限", "1 − 用時之和 ÷ 承諾時限之和，不設下限", "1 - sum of used / sum of promised, not clamped"),
        EarlyExclusions, Measures.Saved, Measures.Limited);

    public static readonly Figure EarlyShare = new(
        "earlyShare",
        new("提前办结率（按件）", "提前辦結率（按件）", "Early share"),
        new("用时少于承诺时限的件数 ÷ 件数", "用時少於承諾時限的件數 ÷ 件數", "cases with used < promised / cases"),
        EarlyExclusions, Measures.Early, Measures.Measured);

    public static readonly Figure OnTime = new(
        "onTimeRate",
        new("按时办结率", "按時辦結率", "On-time rate"),
        new("按时办结件数 ÷ 办结件数；期限随延期", "按時辦結件數 ÷ 辦結件數；期限隨延期", "closed on or before due / closed; due with extensions"),
        OnTimeExclusions, Measures.OnTime, Measures.Closed);

    public static readonly Figure OverdueRate = new(
        "overdueRate",
        new("逾期办结率", "逾期辦結率", "Overdue rate"),
        new("1 − 按时办结率", "1 − 按時辦結率", "1 - on-time rate"),
        OnTimeExclusions, Measures.Overdue, Measures.Closed);

    public static readonly Figure Instant = new(
        "instant",
        new("即办件当日办结率", "即辦件當日辦結率", "Instant completion rate"),
        new("期内受理的即办件中用时为零日办结的 ÷ 期内受理的即办件；未办结的计入分母", "期內受理的即辦件中用時為零日辦結的 ÷ 期內受理的即辦件；未辦結的計入分母", "instant cases with used = 0 / instant cases accepted in the period; open ones count against it"),
        RecordedInError, Measures.SameDay, Measures.InstantAccepted);

    /// <summary>All of them, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<Figure> All =
    [
        Accepted, Closed, OnTimeCount, Overdue, Open, OpenOverdue, InstantAccepted, InstantClosedSameDay, Extended,
        AverageEarly, TimeSaved, EarlyShare, OnTime, OverdueRate, Instant,
    ];

    /// <summary>The figure of a code; null when there is none.</summary>
    public static Figure? Find(string code) => All.FirstOrDefault(figure => figure.Code == code);

    private static Figure Count(string code, LocalText name, Measure measure) =>
        new(code, name, measure.Name, measure.Dated == FactDate.OpenAtEnd ? NoExclusions : RecordedInError, measure);
}
