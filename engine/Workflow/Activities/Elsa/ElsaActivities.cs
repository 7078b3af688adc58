using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Elsa;

/// <summary>The executors of Elsa's own activities.</summary>
internal static class ElsaActivities
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ActivityExecutor> All { get; } =
    [
        new Start(), new End(), new Finish(), new Complete(), new Fault(), new Break(),
        new WriteLine(), new SetVariable(), new SetOutput(), new SetName(), new Correlate(), new RunJavaScript(),
        new Flowchart(), new FlowDecision(), new FlowSwitch(), new FlowFork(), new FlowJoin(), new FlowNode(),
        new Sequence(), new Parallel(), new If(), new Switch(), new While(), new For(), new ForEach(), new ParallelForEach(),
        new Delay(), new StartAt(), new Timer(), new Cron(), new Event(), new PublishEvent(), new RunTask(), new ExecuteWorkflow(), new DispatchWorkflow(), new BulkDispatchWorkflows(),
        new SendHttpRequest(), new FlowSendHttpRequest(),
    ];
}
