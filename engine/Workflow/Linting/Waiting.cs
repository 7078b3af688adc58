using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Linting;

/// <summary>Where a flow waits: for people, moments, events or answers.</summary>
internal static class Waiting
{
    /// <summary>Types that ask people or services, which only a case can do.</summary>
    private static readonly HashSet<string> Asking =
    [
        "Approval.AcceptApplication", "Approval.ReviewTask", "Approval.Countersign", "Approval.Correction", "Approval.SpecialProcedure", "Approval.ExchangeData",
        "Elsa.SendHttpRequest", "Elsa.FlowSendHttpRequest",
    ];

    private static readonly HashSet<string> Types = [.. Asking, ActivityTypes.Event, ActivityTypes.RunTask, "Elsa.Delay", "Elsa.StartAt", "Elsa.Timer", "Elsa.Cron"];

    /// <summary>Whether an activity itself waits.</summary>
    public static bool Is(ActivityNode activity) =>
        Types.Contains(activity.Type) || (IsWaitedFor(activity) && (activity.Type != UsedDefinition.ExecuteType || (activity.Executed is { } executed && Within(executed))));

    /// <summary>Whether an activity runs another definition and stays until it has ended: Elsa.DispatchWorkflow only where it is told so.</summary>
    public static bool IsWaitedFor(ActivityNode activity)
    {
        var told = activity.Inputs.GetValueOrDefault("waitForCompletion")?.Expression;
        return UsedDefinition.IsRunner(activity.Type) && (told?.Value switch
        {
            JsonValue value when told.Type is "Literal" or "Object" => value.ToString() is "true" or "True",
            null => activity.Type != UsedDefinition.DispatchType,
            _ => true,
        });
    }

    /// <summary>Whether an activity, or anything nested in it, waits.</summary>
    public static bool In(ActivityNode activity) => activity.Tree.Any(Is);

    /// <summary>Whether a definition waits anywhere.</summary>
    public static bool Within(FlowDefinition definition) => Nodes(definition).Any(node => Types.Contains(node.Type) || (node.Type != UsedDefinition.ExecuteType && IsWaitedFor(node)));

    /// <summary>Whether a definition asks people or services.</summary>
    public static bool Asks(FlowDefinition definition) => Nodes(definition).Any(node => Asking.Contains(node.Type) || (node.Type != UsedDefinition.ExecuteType && IsWaitedFor(node)));

    private static IEnumerable<ActivityNode> Nodes(FlowDefinition definition) => new FlowCompiler(null).Build(definition).Tree;
}
