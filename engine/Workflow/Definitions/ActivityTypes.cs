using System.Collections.Frozen;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>The activity types that the runtime executes.</summary>
public static class ActivityTypes
{
    /// <summary>Elsa's stand-in for a type it does not know.</summary>
    internal const string NotFound = "Elsa.NotFoundActivity";

    /// <summary>The flowchart.</summary>
    internal const string Flowchart = "Elsa.Flowchart";

    /// <summary>Waits for an event.</summary>
    internal const string Event = "Elsa.Event";

    /// <summary>Waits for a result from outside.</summary>
    public const string RunTask = "Elsa.RunTask";

    /// <summary>Every type that the runtime executes; a flow that reaches another one cannot be published.</summary>
    public static IReadOnlySet<string> Executed { get; } = new[]
    {
        "Elsa.Start", "Elsa.End", "Elsa.Finish", "Elsa.Complete", "Elsa.Fault", "Elsa.WriteLine",
        "Elsa.SetVariable", "Elsa.SetOutput", "Elsa.SetName", "Elsa.Correlate",
        Flowchart, "Elsa.FlowDecision", "Elsa.FlowSwitch", "Elsa.FlowFork", "Elsa.FlowJoin", "Elsa.FlowNode",
        "Elsa.Sequence", "Elsa.Parallel", "Elsa.If", "Elsa.Switch", "Elsa.While", "Elsa.For", "Elsa.ForEach", "Elsa.ParallelForEach", "Elsa.Break",
        "Elsa.Delay", "Elsa.StartAt", "Elsa.Timer", "Elsa.Cron", Event, "Elsa.PublishEvent", RunTask,
        "Elsa.RunJavaScript", UsedDefinition.ExecuteType, UsedDefinition.DispatchType, UsedDefinition.BulkDispatchType,
        "Elsa.SendHttpRequest", "Elsa.FlowSendHttpRequest",
        "Approval.AcceptApplication", "Approval.PromiseClock", "Approval.ReviewTask", "Approval.Countersign",
        "Approval.Correction", "Approval.SpecialProcedure", "Approval.Notify", "Approval.IssueDocument",
        "Approval.ExchangeData", "Approval.CloseCase",
    }.ToFrozenSet();
}
