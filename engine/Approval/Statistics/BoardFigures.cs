using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>What the figures mean that the board shows beside those of a period: satisfaction over ratings, and the open cases as they stand at the moment.</summary>
internal static class BoardFigures
{
    private static readonly LocalText Ended = new("不含已办结、不予受理和已撤销的办件", "不含已辦結、不予受理和已撤銷的辦件", "closed, not accepted and cancelled cases are out");

    private static readonly FigureDefinition Satisfaction = new(
        "satisfaction",
        Measures.RuleVersion,
        new("满意率", "滿意率", "Satisfaction"),
        new("基本满意及以上的评价数 ÷ 评价数", "基本滿意及以上的評價數 ÷ 評價數", "ratings of 3 (rather satisfied) and better / ratings given"),
        new("期内作出的基本满意及以上的评价", "期內作出的基本滿意及以上的評價", "ratings of 3 and better, given in the period"),
        new("期内作出的评价", "期內作出的評價", "ratings given in the period"),
        new("未评价的办件不计，不视为好评", "未評價的辦件不計，不視為好評", "a case without a rating is out, and never counts as a good one"));

    /// <summary>All of them; the urgency classes are those of <see cref="GetUrgency"/>, each open case in exactly one.</summary>
    public static readonly IReadOnlyList<FigureDefinition> All =
    [
        Satisfaction,
        Urgency("urgencyInTime", new("在办：正常", "在辦：正常", "Open: in time"), new("已受理、未停表，时限用去不到 80%", "已受理、未停錶，時限用去不到 80%", "accepted, the clock runs, and less than 80 % of the limit is used")),
        Urgency("urgencyNotice", new("在办：预警", "在辦：預警", "Open: nearly due"), new("已受理、未停表，时限已用 80% 而未到承诺期限", "已受理、未停錶，時限已用 80% 而未到承諾期限", "accepted, the clock runs, 80 % of the limit is used, and it is not yet due")),
        Urgency("urgencyOverdue", new("在办：超期", "在辦：超期", "Open: overdue"), new("已受理、未停表，已到承诺期限", "已受理、未停錶，已到承諾期限", "accepted, the clock runs, past the promised due moment")),
        Urgency("urgencyStopped", new("在办：停表", "在辦：停錶", "Open: clock stopped"), new("已受理，时限停止计算（补正、特别程序、中止）", "已受理，時限停止計算（補正、特別程序、中止）", "accepted, and the clock stands still (correction, special procedure, suspension)")),
        Urgency("urgencyReceived", new("在办：待受理", "在辦：待受理", "Open: not accepted yet"), new("已收件、尚未受理，时限未起算", "已收件、尚未受理，時限未起算", "received and not accepted yet: no limit runs")),
        Urgency("urgencyUndated", new("在办：到期日未定", "在辦：到期日未定", "Open: due date not known yet"), new("已受理、未停表，因缺少年度日历而到期日未定", "已受理、未停錶，因缺少年度日曆而到期日未定", "accepted, the clock runs, and a calendar year is missing to tell the due moment")),
    ];

    private static FigureDefinition Urgency(string code, LocalText name, LocalText formula) =>
        new(code, Measures.RuleVersion, name, formula, new("此刻符合的在办件", "此刻符合的在辦件", "open cases of which this is so now"), null, Ended);
}
