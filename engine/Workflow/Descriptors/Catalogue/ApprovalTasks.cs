using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Descriptors.Catalogue;

/// <summary>This product's activities that wait for people.</summary>
internal static class ApprovalTasks
{
    private static readonly Wording WithinDays = new("期限（工作日）", "期限（工作日）", "Within (working days)");
    private static readonly Wording StopsLegal = new("法定时限一并暂停", "法定時限一併暫停", "Stops the legal clock too");
    private static readonly Wording Basis = new("依据", "依據", "Basis");
    private static readonly OutputDescriptor Result = new("Result", "Object", new("结果", "結果", "Result"));

    public static ImmutableArray<ActivityDescriptor> All { get; } =
    [
        new()
        {
            TypeName = "Approval.AcceptApplication", Category = Offer.Approval,
            DisplayName = new("受理", "受理", "Accept Application"),
            Description = new("窗口决定是否受理；逾五个工作日未答复即视为自收件之日受理。", "窗口決定是否受理；逾五個工作日未答覆即視為自收件之日受理。", "A window decides whether the application is accepted; without an answer within five working days it counts as accepted from receipt."),
            Inputs = [.. Offer.To("WindowClerk"), new("AnswerWithinDays", "Int32", new("答复期限（工作日）", "答覆期限（工作日）", "Answer within (working days)")) { DefaultValue = 5 }],
            Ports =
            [
                new("Accepted", new("受理", "受理", "Accepted")), new("NotAccepted", new("不予受理", "不予受理", "Not accepted")),
                new("CorrectionNeeded", new("需补正", "需補正", "Correction needed")),
            ],
        },
        new()
        {
            TypeName = "Approval.ReviewTask", Category = Offer.Approval,
            DisplayName = new("审查任务", "審查任務", "Review Task"),
            Description = new("请审查人员作出决定，结果由设计者列出。", "請審查人員作出決定，結果由設計者列出。", "Asks reviewers for an answer from the list that the designer gives."),
            Inputs =
            [
                new("Outcomes", "List<String>", new("结果", "結果", "Outcomes"), "dynamic-outcomes") { DefaultSyntax = "Object", UiSpecifications = UiSpecifications.DynamicOutcomes("Overdue") },
                .. Offer.To("Reviewer"), Offer.PersonOfStep, Offer.StepLimitDays, Offer.FourEyes,
                new("BarredSteps", "List<String>", new("回避的环节", "迴避的環節", "Barred steps"), "multitext")
                {
                    DefaultSyntax = "Object",
                    Description = new("这些环节的办理人不得办理。", "這些環節的辦理人不得辦理。", "Whoever answered one of these steps may not answer this one."),
                },
            ],
            Outputs = [Result],
            Ports = [Offer.Overdue],
        },
        new()
        {
            TypeName = "Approval.Countersign", Category = Offer.Approval,
            DisplayName = new("会签", "會簽", "Countersign"),
            Description = new("由多个机构或人员共同决定：全部、任一、一定比例或依次。", "由多個機構或人員共同決定：全部、任一、一定比例或依次。", "Several units or people decide together: all, any, a share, or in order."),
            Inputs =
            [
                new("Seats", "List<String>", new("席位", "席位", "Seats"), "checklist")
                {
                    Source = ChoiceSource.Seats,
                    DefaultSyntax = "Object",
                    Description = new("机构代码，或 user:用户名；环节开始时固定并去重。", "機構代碼，或 user:用戶名；環節開始時固定並去重。", "Codes of units, or user:NAME; fixed and freed of doubles when the step opens."),
                },
                new("Rule", "String", new("规则", "規則", "Rule"), "dropdown") { DefaultValue = "All", Choices = [.. Rules] },
                new("Percent", "Int32", new("比例（%）", "比例（%）", "Share (%)")),
                new("Role", "String", new("角色", "角色", "Role"), "dropdown") { DefaultValue = "Reviewer", Choices = [Offer.Reviewer, Offer.HeadOfCentre, Offer.Supervisor] },
                Offer.Post,
                Offer.StepLimitDays, Offer.FourEyes,
                new("ReopenFor", "String", new("退回时重新征求", "退回時重新徵求", "Reopens for"), "dropdown") { DefaultValue = "All", Choices = [new("All", new("全部席位", "全部席位", "Everybody")), new("Refused", new("不同意的席位", "不同意的席位", "Those who refused"))] },
            ],
            Outputs = [Result],
            Ports = [new("Granted", new("同意", "同意", "Granted")), new("Refused", new("不同意", "不同意", "Refused")), Offer.Overdue],
        },
        new()
        {
            TypeName = "Approval.Correction", Category = Offer.Approval,
            DisplayName = new("补正", "補正", "Correction"),
            Description = new("一次性告知需补正的全部内容，等待申请人补正；受理后暂停计时。", "一次性告知需補正的全部內容，等待申請人補正；受理後暫停計時。", "Tells the applicant once, in full, what is missing and waits; after acceptance the clock stops."),
            Inputs =
            [
                new("Text", "String", new("补正内容", "補正內容", "What is missing"), "multiline"),
                new("WithinDays", "Int32", WithinDays),
                new("StopsLegal", "Boolean", StopsLegal, "checkbox") { DefaultValue = false },
                new("RestartsLimit", "Boolean", new("补正后重新计时", "補正後重新計時", "The limit starts anew"), "checkbox") { DefaultValue = false },
                new("Basis", "String", Basis),
                .. Offer.To("WindowClerk"),
            ],
            Ports = [new("Supplied", new("已补正", "已補正", "Supplied")), new("NotSupplied", new("逾期未补正", "逾期未補正", "Not supplied"))],
        },
        new()
        {
            TypeName = "Approval.SpecialProcedure", Category = Offer.Approval,
            DisplayName = new("特别程序", "特別程序", "Special Procedure"),
            Description = new("听证、招标、检验、专家评审等；按法律规定暂停计时。", "聽證、招標、檢驗、專家評審等；按法律規定暫停計時。", "Hearing, bidding, testing, expert review and the like; stops the clocks that the law says."),
            Inputs =
            [
                new("Procedure", "String", new("程序", "程序", "Procedure"), "dropdown") { Choices = [.. Procedures] },
                new("WithinDays", "Int32", WithinDays),
                new("StopsLegal", "Boolean", StopsLegal, "checkbox"),
                new("Basis", "String", Basis),
                new("Document", "String", new("文书", "文書", "Document")),
                .. Offer.To("Reviewer"),
            ],
            Ports = [new("Ended", new("已结束", "已結束", "Ended")), new("Expired", new("期满", "期滿", "Expired"))],
        },
    ];

    private static IEnumerable<Choice> Rules =>
    [
        new("All", new("全部同意", "全部同意", "All")), new("Any", new("任一同意", "任一同意", "Any")),
        new("Share", new("达到比例", "達到比例", "A share")), new("InOrder", new("依次", "依次", "In order")),
    ];

    // The first eight are Licensing Law 45's.
    private static IEnumerable<Choice> Procedures =>
    [
        new("Hearing", new("听证", "聽證", "Hearing")), new("Bidding", new("招标", "招標", "Bidding")), new("Auction", new("拍卖", "拍賣", "Auction")),
        new("Inspection", new("检验", "檢驗", "Inspection")), new("Testing", new("检测", "檢測", "Testing")), new("Quarantine", new("检疫", "檢疫", "Quarantine")),
        new("Appraisal", new("鉴定", "鑑定", "Appraisal")), new("ExpertReview", new("专家评审", "專家評審", "Expert review")),
        new("SiteVisit", new("现场核查", "現場核查", "Site visit")), new("Publicity", new("公示", "公示", "Publicity")),
        new("ThirdPartyConsultation", new("征求利害关系人意见", "徵求利害關係人意見", "Consultation of third parties")),
    ];
}
