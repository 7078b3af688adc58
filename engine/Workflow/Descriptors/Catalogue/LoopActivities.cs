using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Descriptors.Catalogue;

/// <summary>What runs again and again.</summary>
internal static class LoopActivities
{
    private static readonly Wording Looping = new("循环", "循環", "Looping");
    private static readonly PortDescriptor Body = new("Body", new("内容", "內容", "Body"), IsEmbedded: true);
    private static readonly OutputDescriptor CurrentValue = new("CurrentValue", "Object", new("当前值", "當前值", "Current Value"));

    public static ImmutableArray<ActivityDescriptor> All { get; } =
    [
        new()
        {
            TypeName = "Elsa.While", Category = Looping,
            DisplayName = new("当……时", "當……時", "While"),
            Description = new("条件成立时反复运行。", "條件成立時反覆運行。", "Runs its body while a condition holds."),
            Inputs = [new("Condition", "Boolean", new("条件", "條件", "Condition")) { IsAutoEvaluated = false }],
            Ports = [Body],
        },
        new()
        {
            TypeName = "Elsa.For", Category = Looping,
            DisplayName = new("计数循环", "計數循環", "For"),
            Description = new("从起数到止。", "從起數到止。", "Counts from a start to an end."),
            Inputs =
            [
                new("Start", "Int32", new("起", "起", "Start")),
                new("End", "Int32", new("止", "止", "End")),
                new("Step", "Int32", new("步长", "步長", "Step")) { Description = new("倒数时为负。", "倒數時為負。", "Negative to count down.") },
                new("OuterBoundInclusive", "Boolean", new("包含终值", "包含終值", "Outer Bound Inclusive"), "checkbox") { DefaultValue = true },
            ],
            Outputs = [CurrentValue],
            Ports = [Body],
        },
        new()
        {
            TypeName = "Elsa.ForEach", Category = Looping,
            DisplayName = new("逐项循环", "逐項循環", "For Each"),
            Description = new("对清单的每一项运行一次。", "對清單的每一項運行一次。", "Runs its body once an item of a list."),
            Inputs = [new("Items", "List<Object>", new("清单", "清單", "Items"), "expression-editor") { DefaultSyntax = "JavaScript" }],
            Outputs = [CurrentValue],
            Ports = [Body],
        },
        new()
        {
            TypeName = "Elsa.ParallelForEach", Category = Looping,
            DisplayName = new("并行逐项", "並行逐項", "Parallel For Each"),
            Description = new("对清单的每一项同时运行，全部完成后继续。", "對清單的每一項同時運行，全部完成後繼續。", "Runs its body for all items of a list at the same time."),
            Inputs = [new("Items", "Object", new("清单", "清單", "Items"), "expression-editor") { DefaultSyntax = "JavaScript" }],
            Ports = [Body],
        },
        new()
        {
            TypeName = "Elsa.Break", Category = Looping, IsTerminal = true,
            DisplayName = new("跳出", "跳出", "Break"),
            Description = new("跳出循环。", "跳出循環。", "Leaves the loop around it."),
        },
    ];
}
