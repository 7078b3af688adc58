namespace ApprovalEngine.Contracts.Tasks;

/// <summary>For what a task's work, or the sight of it, is given to another person.</summary>
public enum TaskPart
{
    /// <summary>The task itself, for good (轉辦).</summary>
    Transfer,

    /// <summary>Advice on it (委派).</summary>
    Advice,

    /// <summary>One more signature (加簽).</summary>
    Signature,

    /// <summary>The case to read (抄送).</summary>
    Copy,
}
