using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Descriptors.Catalogue;

/// <summary>Where flows begin and end, and what holds others.</summary>
internal static class FlowActivities
{
    private static readonly Wording Flow = new("流程", "流程", "Flow");

    public static ImmutableArray<ActivityDescriptor> All { get; } =
    [
        new()
        {
            TypeName = "Elsa.Start", Category = Flow, IsStart = true,
            DisplayName = new("开始", "開始", "Start"),
            Description = new("流程图由此开始。", "流程圖由此開始。", "The flowchart begins here."),
        },
        new()
        {
            TypeName = "Elsa.End", Category = Flow, IsTerminal = true,
            DisplayName = new("结束", "結束", "End"),
            Description = new("结束所在的流程图，其余等待一并取消。", "結束所在的流程圖，其餘等待一併取消。", "Ends its flowchart at once; what still waits in it is dropped."),
        },
        new()
        {
            TypeName = "Elsa.Finish", Category = Flow, IsTerminal = true,
            DisplayName = new("终结", "終結", "Finish"),
            Description = new("结束整个流程。", "結束整個流程。", "Ends the whole workflow."),
        },
        new()
        {
            TypeName = "Elsa.Complete", Category = Flow, IsTerminal = true,
            DisplayName = new("完成", "完成", "Complete"),
            Description = new("以给定结果完成整个流程。", "以給定結果完成整個流程。", "Completes the workflow with outcomes."),
            Inputs = [new("Outcomes", "Object", new("结果", "結果", "Outcomes"), "outcome-picker") { DefaultSyntax = "Object" }],
        },
        new()
        {
            TypeName = "Elsa.Flowchart", Category = Flow, IsContainer = true, IsBrowsable = false,
            DisplayName = new("流程图", "流程圖", "Flowchart"),
            Description = new("活动及其连线。", "活動及其連線。", "Activities and the connections between them."),
            Ports = [new("Start", new("开始", "開始", "Start"), IsEmbedded: true) { IsBrowsable = false }],
        },
        new()
        {
            TypeName = "Elsa.FlowNode", Category = Flow,
            DisplayName = new("容器", "容器", "Container"),
            Description = new("运行其中的一个活动。", "運行其中的一個活動。", "Runs the one activity inside it."),
            Ports = [new("Body", new("内容", "內容", "Body"), IsEmbedded: true)],
        },
        new()
        {
            TypeName = "Elsa.Sequence", Category = Flow, IsContainer = true, IsBrowsable = false,
            DisplayName = new("顺序", "順序", "Sequence"),
            Description = new("依次运行各活动。", "依次運行各活動。", "Runs its activities one after the other."),
        },
        new()
        {
            TypeName = "Elsa.Parallel", Category = Flow, IsContainer = true, IsBrowsable = false,
            DisplayName = new("并行", "並行", "Parallel"),
            Description = new("同时运行各活动，全部完成后继续。", "同時運行各活動，全部完成後繼續。", "Runs its activities side by side and goes on when all have completed."),
        },
        new()
        {
            TypeName = "Elsa.NotFoundActivity", Category = Flow, IsBrowsable = false,
            DisplayName = new("未知活动", "未知活動", "Not Found Activity"),
            Description = new("保存一个本系统不认识的活动。", "保存一個本系統不認識的活動。", "Keeps an activity whose type is not known here."),
        },
    ];
}
