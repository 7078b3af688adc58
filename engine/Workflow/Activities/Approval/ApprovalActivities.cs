using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>The executors of this product's own activities.</summary>
internal static class ApprovalActivities
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ActivityExecutor> All { get; } =
    [
        new AcceptApplication(), new PromiseClock(), new ReviewTask(), new Countersign(), new Correction(), new SpecialProcedure(),
        new Notify(), new IssueDocument(), new ExchangeData(), new CloseCase(),
    ];
}
