using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Descriptors.Catalogue;

/// <summary>What waits for a moment, an event or an answer from outside.</summary>
internal static class WaitingActivities
{
    private static readonly Wording Waiting = new("等待", "等待", "Waiting");
    private static readonly OutputDescriptor Result = new("Result", "Object", new("结果", "結果", "Result"));

    private static readonly ImmutableArray<InputDescriptor> Dispatched =
    [
        new("WorkflowDefinitionId", "String", new("流程", "流程", "Workflow Definition"), "workflow-definition-picker"),
        new("CorrelationId", "String", new("关联标识", "關聯標識", "Correlation Id")),
        new("Input", "ObjectDictionary", new("输入", "輸入", "Input"), "dictionary"),
    ];

    // Elsa's own means of delivery; here there is the outbox only.
    private static readonly ImmutableArray<InputDescriptor> Delivered =
    [
        new("StartNewTrace", "Boolean", new("新建追踪", "新建追蹤", "Start New Trace"), "checkbox"),
        new("ChannelName", "String", new("通道", "通道", "Channel")),
    ];

    public static ImmutableArray<ActivityDescriptor> All { get; } =
    [
        new()
        {
            TypeName = "Elsa.Delay", Category = Waiting,
            DisplayName = new("延时", "延時", "Delay"),
            Description = new("等待一段时间。", "等待一段時間。", "Waits for a span of time."),
            Inputs = [new("TimeSpan", "TimeSpan", new("时长", "時長", "Time Span")) { DefaultValue = "00:01:00" }],
        },
        new()
        {
            TypeName = "Elsa.StartAt", Category = Waiting, Kind = "Trigger",
            DisplayName = new("定时", "定時", "Start at"),
            Description = new("等到某一时刻。", "等到某一時刻。", "Waits for an instant."),
            Inputs = [new("DateTime", "DateTimeOffset", new("时刻", "時刻", "Date Time"), "datetime-picker")],
        },
        new()
        {
            TypeName = "Elsa.Timer", Category = Waiting, Kind = "Trigger",
            DisplayName = new("间隔", "間隔", "Timer"),
            Description = new("在流程中等待一段间隔。", "在流程中等待一段間隔。", "Inside a flow: waits for an interval."),
            Inputs = [new("Interval", "TimeSpan", new("间隔", "間隔", "Interval")) { DefaultValue = "00:01:00" }],
        },
        new()
        {
            TypeName = "Elsa.Cron", Category = Waiting, Kind = "Trigger",
            DisplayName = new("定期", "定期", "Cron"),
            Description = new("等到表达式所指的下一时刻（本中心时区）。", "等到表達式所指的下一時刻（本中心時區）。", "Waits for the next moment that a cron expression names, in the centre's zone."),
            Inputs = [new("CronExpression", "String", new("Cron 表达式", "Cron 表達式", "Cron Expression"))],
        },
        new()
        {
            TypeName = "Elsa.PublishEvent", Category = Waiting,
            DisplayName = new("发布事件", "發布事件", "Publish Event"),
            Description = new("发布一个事件，等待它的流程继续。", "發布一個事件，等待它的流程繼續。", "Publishes an event; whatever waits for it goes on."),
            Inputs =
            [
                new("EventName", "String", new("事件名", "事件名", "Event Name")),
                new("CorrelationId", "String", new("关联标识", "關聯標識", "Correlation Id")),
                new("IsLocalEvent", "Boolean", new("仅本实例", "僅本實例", "Local Event"), "checkbox"),
                new("Payload", "Object", new("内容", "內容", "Payload")),
            ],
        },
        new()
        {
            TypeName = "Elsa.ExecuteWorkflow", Category = Waiting, Kind = "Task",
            DisplayName = new("执行流程", "執行流程", "Execute Workflow"),
            Description = new("运行另一个流程并取得其结果。", "運行另一個流程並取得其結果。", "Runs another definition and gives its status and outputs."),
            Inputs =
            [
                new("WorkflowDefinitionId", "String", new("流程", "流程", "Workflow Definition"), "workflow-definition-picker"),
                new("CorrelationId", "String", new("关联标识", "關聯標識", "Correlation Id")),
                new("Input", "ObjectDictionary", new("输入", "輸入", "Input"), "dictionary"),
                new("WaitForCompletion", "Boolean", new("等待完成", "等待完成", "Wait For Completion"), "checkbox") { DefaultValue = true },
            ],
            Outputs = [new("Result", "ExecuteWorkflowResult", new("结果", "結果", "Result"))],
        },
        new()
        {
            TypeName = "Elsa.DispatchWorkflow", Category = Waiting,
            DisplayName = new("派发流程", "派發流程", "Dispatch Workflow"),
            Description = new("经发件箱另行运行一个流程；可等待其完成。", "經發件箱另行運行一個流程；可等待其完成。", "Hands another definition to the outbox, which runs it; may wait for it."),
            Inputs =
            [
                .. Dispatched,
                new("WaitForCompletion", "Boolean", new("等待完成", "等待完成", "Wait For Completion"), "checkbox"),
                .. Delivered,
            ],
            Outputs = [Result],
        },
        new()
        {
            TypeName = "Elsa.BulkDispatchWorkflows", Category = Waiting, Kind = "Task",
            DisplayName = new("批量派发流程", "批量派發流程", "Bulk Dispatch Workflows"),
            Description = new("为每一项经发件箱运行一个流程。", "為每一項經發件箱運行一個流程。", "Hands another definition to the outbox once for each item."),
            Inputs =
            [
                Dispatched[0],
                new("Items", "Object", new("各项", "各項", "Items")),
                new("DefaultItemInputKey", "String", new("项的输入名", "項的輸入名", "Default Item Input Key")) { DefaultValue = "Item" },
                new("CorrelationIdFunction", "String", new("关联标识的算式", "關聯標識的算式", "Correlation Id Function")) { IsAutoEvaluated = false },
                Dispatched[2],
                new("WaitForCompletion", "Boolean", new("等待完成", "等待完成", "Wait For Completion"), "checkbox") { DefaultValue = true },
                .. Delivered,
            ],
            Ports =
            [
                new("ChildCompleted", new("一项完成", "一項完成", "Child Completed"), IsEmbedded: true),
                new("ChildFaulted", new("一项出错", "一項出錯", "Child Faulted"), IsEmbedded: true),
                new("Completed", new("全部完成", "全部完成", "Completed")),
                new("Canceled", new("已取消", "已取消", "Canceled")),
                new("Done", new("完成", "完成", "Done")),
            ],
        },
        new()
        {
            TypeName = ActivityTypes.Event, Category = Waiting, Kind = "Trigger",
            DisplayName = new("事件", "事件", "Event"),
            Description = new("等待一个事件。", "等待一個事件。", "Waits for an event to be published."),
            Inputs = [new("EventName", "String", new("事件名", "事件名", "Event Name"))],
            Outputs = [Result],
        },
        new()
        {
            TypeName = ActivityTypes.RunTask, Category = Waiting,
            DisplayName = new("外部任务", "外部任務", "Run Task"),
            Description = new("请外部系统做一件事并等待结果。", "請外部系統做一件事並等待結果。", "Asks an outside system for something and waits for the result."),
            Inputs =
            [
                new("TaskName", "String", new("任务名", "任務名", "Task Name")),
                new("Payload", "ObjectDictionary", new("参数", "參數", "Payload"), "dictionary"),
            ],
            Outputs = [new("TaskId", "String", new("任务号", "任務號", "Task Id")), Result],
        },
    ];
}
