using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Linting;

/// <summary>Where a flow waits: for people, moments, events or answers.</summary>
internal static class Waiting
{
    /// <summary>Types that ask people or services, which only a case can do.</summary>
    private static readonly HashSet<string> Asking =
    [
        "Approval.AcceptApplication", "Approval.ReviewTask", "Approval.Countersign", "Approval.Correction", "Approval.SpecialProcedure", "Approval.ExchangeData",
    ];

    private static readonly HashSet<string> Types = [.. Asking, "Elsa.Event", "Elsa.RunTask", "Elsa.Delay", "Elsa.StartAt", "Elsa.Timer", "Elsa.Cron"];

    /// <summary>Whether an activity itself waits.</summary>
    public static bool Is(ActivityNode activity) =>
        Types.Contains(activity.Type) || (activity.Executed is { } executed && Within(executed));

    /// <summary>Whether an activity, or anything nested in it, waits.</summary>
    public static bool In(ActivityNode activity) => activity.Tree.Any(Is);

    /// <summary>Whether a definition waits anywhere.</summary>
    public static bool Within(FlowDefinition definition) => Nodes(definition).Any(node => Types.Contains(node.Type));

    /// <summary>Whether a definition asks people or services.</summary>
    public static bool Asks(FlowDefinition definition) => Nodes(definition).Any(node => Asking.Contains(node.Type));

    private static IEnumerable<ActivityNode> Nodes(FlowDefinition definition) => new FlowCompiler(null).Build(definition).Tree;
}
