using ApprovalEngine.Workflow.Descriptors;

namespace ApprovalEngine.Workflow.Linting;

/// <summary>What the linter has to say about a place of a flow.</summary>
/// <param name="Severity">How grave.</param>
/// <param name="Code">Stable name of the rule, one of <see cref="FindingCodes"/>.</param>
/// <param name="ActivityId">The activity; null for the flow as a whole.</param>
/// <param name="Sentence">A sentence in three languages.</param>
public sealed record Finding(FindingSeverity Severity, string Code, string? ActivityId, Wording Sentence)
{
    /// <summary>Whether it is an error only until an administrator takes it upon himself by name.</summary>
    public bool IsHazard { get; init; }
}
