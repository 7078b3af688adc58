namespace ApprovalEngine.Workflow.Linting;

/// <summary>How grave a finding is.</summary>
public enum FindingSeverity
{
    /// <summary>Blocks publishing.</summary>
    Error,

    /// <summary>Does not.</summary>
    Warning,
}
