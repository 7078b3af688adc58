namespace ApprovalEngine.Workflow.Definitions;

/// <summary>An input: what type is wanted and the expression that gives it.</summary>
/// <param name="TypeName">Elsa's type alias of the input; Object when the document says nothing.</param>
/// <param name="Expression">The expression; null when the input is null.</param>
public sealed record InputBinding(string TypeName, FlowExpression? Expression);
