namespace ApprovalEngine.Workflow.Definitions;

/// <summary>An output of a workflow.</summary>
/// <param name="Name">What Elsa.SetOutput names.</param>
/// <param name="TypeName">Elsa's alias or a .NET name, kept as text.</param>
/// <param name="IsArray">Whether it is a list of the type.</param>
public sealed record OutputDefinition(string Name, string TypeName, bool IsArray);
