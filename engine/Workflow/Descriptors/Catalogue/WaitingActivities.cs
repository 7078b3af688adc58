using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Descriptors.Catalogue;

/// <summary>What waits for a moment, an event or an answer from outside.</summary>
internal static class WaitingActivities
{
    private static readonly Wording Waiting = new("等待", "等待", "Waiting");
    private static readonly OutputDescriptor Result = new("Result", "Object", new("结果", "結果", "Result"));

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
            TypeName = "Elsa.Event", Category = Waiting, Kind = "Trigger",
            DisplayName = new("事件", "事件", "Event"),
            Description = new("等待一个事件。", "等待一個事件。", "Waits for an event to be published."),
            Inputs = [new("EventName", "String", new("事件名", "事件名", "Event Name"))],
            Outputs = [Result],
        },
        new()
        {
            TypeName = "Elsa.RunTask", Category = Waiting,
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
