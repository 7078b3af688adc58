namespace ApprovalEngine.Workflow.Definitions;

/// <summary>How flowcharts run (elsa-format.md, section 2).</summary>
public enum FlowMode
{
    /// <summary>Elsa's default.</summary>
    Counter,

    /// <summary>Elsa's second mode.</summary>
    Token,

    /// <summary>Ours: loses and doubles nothing.</summary>
    Safe,
}
