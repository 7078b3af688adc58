namespace ApprovalEngine.Workflow.Runtime;

/// <summary>When an added signer (加簽) signs.</summary>
public enum SignerPlace
{
    /// <summary>Before the task can be answered.</summary>
    Before,

    /// <summary>At any time; the step is decided when the task and all beside it are answered.</summary>
    Beside,

    /// <summary>When the task has been answered; a Disagreed gives it back to who answered.</summary>
    After,
}
