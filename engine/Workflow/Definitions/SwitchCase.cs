namespace ApprovalEngine.Workflow.Definitions;

/// <summary>A case of Elsa.Switch or Elsa.FlowSwitch.</summary>
/// <param name="Label">Its label; in a FlowSwitch also the port.</param>
/// <param name="Condition">When it is chosen; null when the document gives none.</param>
/// <param name="Activity">What a Switch runs; null in a FlowSwitch.</param>
public sealed record SwitchCase(string Label, FlowExpression? Condition, ActivityNode? Activity);
