namespace ApprovalEngine.Workflow.Definitions;

/// <summary>A connection of a flowchart.</summary>
/// <param name="Source">Where it begins.</param>
/// <param name="Port">Outcome of the source; Done when the document says nothing.</param>
/// <param name="Target">Where it leads.</param>
public sealed record ConnectionNode(ActivityNode Source, string Port, ActivityNode Target);
