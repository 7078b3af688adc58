using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>An activity about to run.</summary>
/// <param name="Owner">The container that scheduled it; null for the root.</param>
/// <param name="Node">The activity.</param>
internal sealed record WorkItem(Frame? Owner, ActivityNode Node)
{
    /// <summary>It was reached over a backward connection.</summary>
    public bool CameBack { get; init; }

    /// <summary>Values that its scope starts with (a loop's CurrentValue).</summary>
    public Dictionary<string, object?>? Variables { get; init; }

    /// <summary>The way down to the activity where a container that a return opens again is to begin; empty for its own beginning.</summary>
    public IReadOnlyList<ActivityNode> Way { get; init; } = [];
}
