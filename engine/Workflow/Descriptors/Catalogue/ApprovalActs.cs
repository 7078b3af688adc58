using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Descriptors.Catalogue;

/// <summary>This product's activities that wait for nobody, or only for a service.</summary>
internal static class ApprovalActs
{
    public static ImmutableArray<ActivityDescriptor> All { get; } =
    [
        new()
        {
            TypeName = "Approval.PromiseClock", Category = Offer.Approval,
            DisplayName = new("承诺时限", "承諾時限", "Promise Clock"),
            Description = new("监看办件的法定和承诺时限；时限是事项的，自受理起算。", "監看辦件的法定和承諾時限；時限是事項的，自受理起算。", "Watches the case's legal and promised limits, which are the item's and run from acceptance."),
            Inputs =
            [
                new("LegalDays", "Int32", new("法定时限（工作日）", "法定時限（工作日）", "Legal limit (working days)")),
                new("PromisedDays", "Int32", new("承诺时限（工作日）", "承諾時限（工作日）", "Promised limit (working days)")),
            ],
            Ports =
            [
                Offer.Done,
                new("DueSoon", new("即将到期", "即將到期", "Due soon")) { IsBeside = true },
                new("Overdue", new("逾期", "逾期", "Overdue")) { IsBeside = true },
            ],
        },
        new()
        {
            TypeName = "Approval.Notify", Category = Offer.Approval,
            DisplayName = new("通知", "通知", "Notify"),
            Description = new("通知申请人、办理人、机构或某人。", "通知申請人、辦理人、機構或某人。", "Tells the applicant, those who hold a task, a unit or a person."),
            Inputs =
            [
                new("To", "String", new("收件人", "收件人", "To"), "dropdown") { Source = ChoiceSource.Recipients, Description = new("applicant、assignees、unit:代码 或 user:用户名。", "applicant、assignees、unit:代碼 或 user:用戶名。", "applicant, assignees, unit:CODE or user:NAME.") },
                new("Subject", "String", new("标题", "標題", "Subject")),
                new("Text", "String", new("正文", "正文", "Text"), "multiline") { DefaultSyntax = "Liquid" },
            ],
            Ports = [Offer.Done],
        },
        new()
        {
            TypeName = "Approval.IssueDocument", Category = Offer.Approval,
            DisplayName = new("制证发文", "製證發文", "Issue Document"),
            Description = new("按模板生成证照或批文，编号并附查验码。", "按模板生成證照或批文，編號並附查驗碼。", "Renders a document from a template, with number and verification code."),
            Inputs =
            [
                new("Title", "String", new("名称", "名稱", "Title")),
                new("Template", "String", new("模板", "模板", "Template"), "multiline") { DefaultSyntax = "Liquid" },
                new("Number", "String", new("编号", "編號", "Number")) { Description = new("空为办件编号加字母。", "空為辦件編號加字母。", "The case's number and a letter when empty.") },
            ],
            Outputs = [new("Number", "String", new("编号", "編號", "Number"))],
            Ports = [Offer.Done],
        },
        new()
        {
            TypeName = "Approval.ExchangeData", Category = Offer.Approval,
            DisplayName = new("数据交换", "數據交換", "Exchange Data"),
            Description = new("向另一系统发送数据并等待回执；失败时自动重试。", "向另一系統發送數據並等待回執；失敗時自動重試。", "Sends data to another system and waits for its answer; retried by itself."),
            Inputs =
            [
                new("Receiver", "String", new("接收方", "接收方", "Receiver"), "dropdown") { Source = ChoiceSource.Receivers },
                new("Payload", "ObjectDictionary", new("数据", "數據", "Payload"), "expression-editor") { DefaultSyntax = "JavaScript" },
            ],
            Outputs = [new("Result", "Object", new("结果", "結果", "Result"))],
            Ports = [new("Succeeded", new("成功", "成功", "Succeeded")), new("Failed", new("失败", "失敗", "Failed"))],
        },
        new()
        {
            TypeName = "Approval.CloseCase", Category = Offer.Approval,
            DisplayName = new("办结", "辦結", "Close Case"),
            Description = new("确定决定和办结时刻，停止计时，取消其余任务；之后可继续送达、归档。", "確定決定和辦結時刻，停止計時，取消其餘任務；之後可繼續送達、歸檔。", "Fixes decision and closing instant, ends the clocks, cancels what else is open; delivery and archive may follow."),
            Inputs = [new("Decision", "String", new("决定", "決定", "Decision"), "dropdown") { Choices = [.. Decisions] }],
            Ports = [Offer.Done],
        },
    ];

    private static IEnumerable<Choice> Decisions =>
    [
        new("Granted", new("准予", "准予", "Granted")), new("Refused", new("不予", "不予", "Refused")),
        new("Withdrawn", new("撤回", "撤回", "Withdrawn")), new("Terminated", new("终止", "終止", "Terminated")),
    ];
}
