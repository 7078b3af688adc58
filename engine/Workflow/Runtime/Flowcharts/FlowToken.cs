namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>A token of token mode, on a connection.</summary>
/// <param name="Connection">Position of the connection in its flowchart.</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct FlowToken(int Connection, TokenKind Kind);

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    /// <summary>On its way to the connection's target, or waiting there: consumed when the target completes.</summary>
    Free,

    /// <summary>Eats the next token on its connection.</summary>
    Block,

    /// <summary>A block that has eaten one. Until its target completes it eats whatever else comes.</summary>
    SpentBlock,
}
