namespace ApprovalEngine.Contracts.Definitions;

/// <summary>What the linter has to say about a flow.</summary>
/// <param name="IsError">Blocks publishing; else a warning.</param>
/// <param name="Code">Stable name of the rule.</param>
/// <param name="ActivityId">The place; null for the flow as a whole.</param>
/// <param name="Sentence">A sentence.</param>
public sealed record FlowFinding(bool IsError, string Code, string? ActivityId, LocalText Sentence)
{
    /// <summary>Whether an administrator may take the error upon himself by name (<see cref="PublishFlowRequest.Overrides"/>).</summary>
    public bool IsHazard { get; init; }
}
