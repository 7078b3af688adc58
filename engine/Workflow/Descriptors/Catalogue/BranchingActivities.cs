using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Descriptors.Catalogue;

/// <summary>Where ways part and meet.</summary>
internal static class BranchingActivities
{
    private const string ModeType = "UnregisteredClrType:Elsa.Workflows.SwitchMode, Elsa.Workflows.Core";
    private const string FlowCases = "UnregisteredClrType:System.Collections.Generic.ICollection`1[[Elsa.Workflows.Activities.Flowchart.Models.FlowSwitchCase, Elsa.Workflows.Core]], System.Private.CoreLib";
    private const string Cases = "UnregisteredClrType:System.Collections.Generic.ICollection`1[[Elsa.Workflows.Activities.SwitchCase, Elsa.Workflows.Core]], System.Private.CoreLib";

    private static readonly Wording Branching = new("分支", "分支", "Branching");
    private static readonly Wording Mode = new("方式", "方式", "Mode");
    private static readonly Wording Condition = new("条件", "條件", "Condition");
    private static readonly Wording Otherwise = new("其他", "其他", "Default");

    public static ImmutableArray<ActivityDescriptor> All { get; } =
    [
        new()
        {
            TypeName = "Elsa.FlowDecision", Category = Branching,
            DisplayName = new("判断", "判斷", "Decision"),
            Description = new("按条件走两条路之一。", "按條件走兩條路之一。", "Goes one of two ways by a condition."),
            Inputs = [new("Condition", "Boolean", Condition)],
            Ports = [new("True", new("是", "是", "True")), new("False", new("否", "否", "False"))],
        },
        new()
        {
            TypeName = "Elsa.FlowSwitch", Category = Branching,
            DisplayName = new("多路选择", "多路選擇", "Switch (flow)"),
            Description = new("走首个（或全部）条件成立的路。", "走首個（或全部）條件成立的路。", "Goes the way of the first case that holds, or of all of them."),
            Inputs = [new("Cases", FlowCases, new("情形", "情形", "Cases"), "flow-switch-editor") { IsWrapped = false }, SwitchMode()],
            Ports = [new("Default", Otherwise)],
        },
        new()
        {
            TypeName = "Elsa.FlowFork", Category = Branching,
            DisplayName = new("分叉", "分叉", "Fork (flow)"),
            Description = new("分成同时进行的几路。", "分成同時進行的幾路。", "Parts into branches that run side by side."),
            Inputs = [new("Branches", "List<String>", new("各路", "各路", "Branches"), "dynamic-outcomes") { DefaultSyntax = "Object" }],
        },
        new()
        {
            TypeName = "Elsa.FlowJoin", Category = Branching,
            DisplayName = new("汇合", "匯合", "Join"),
            Description = new("几路在此汇合：等全部，或首个到达即继续。", "幾路在此匯合：等全部，或首個到達即繼續。", "Branches meet here: it waits for all of them, or goes on with the first."),
            Inputs =
            [
                new("Mode", "FlowJoinMode", Mode, "dropdown") { DefaultValue = "WaitAny", Choices = [.. Joins] },
            ],
        },
        new()
        {
            TypeName = "Elsa.If", Category = Branching,
            DisplayName = new("如果", "如果", "If"),
            Description = new("按条件运行其中一个活动。", "按條件運行其中一個活動。", "Runs one of two activities by a condition."),
            Inputs = [new("Condition", "Boolean", Condition)],
            Outputs = [new("Result", "Boolean", new("结果", "結果", "Result"))],
            Ports = [new("Then", new("则", "則", "Then"), IsEmbedded: true), new("Else", new("否则", "否則", "Else"), IsEmbedded: true)],
        },
        new()
        {
            TypeName = "Elsa.Switch", Category = Branching,
            DisplayName = new("选择", "選擇", "Switch"),
            Description = new("运行条件成立的活动。", "運行條件成立的活動。", "Runs the activities of the cases that hold."),
            Inputs = [new("Cases", Cases, new("情形", "情形", "Cases"), "switch-editor") { IsWrapped = false }, SwitchMode()],
            Outputs = [new("Output", "Object", new("输出", "輸出", "Output"))],
            Ports = [new("Default", Otherwise, IsEmbedded: true)],
        },
    ];

    private static InputDescriptor SwitchMode() => new("Mode", ModeType, Mode, "dropdown")
    {
        Description = new("首个成立的，或全部成立的。", "首個成立的，或全部成立的。", "The first case that holds, or all of them."),
        Choices = [new("MatchFirst", new("首个成立的", "首個成立的", "The first that holds")), new("MatchAny", new("全部成立的", "全部成立的", "All that hold"))],
    };

    private static IEnumerable<Choice> Joins =>
    [
        new("WaitAll", new("等全部", "等全部", "Wait for all")), new("WaitAllActive", new("等所有会到达的", "等所有會到達的", "Wait for all that can come")),
        new("WaitAny", new("首个到达即继续", "首個到達即繼續", "The first goes on")),
    ];
}
