namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>An output of an activity type.</summary>
/// <param name="Name">In PascalCase; the document's property is camelCase.</param>
/// <param name="TypeName">Elsa's alias.</param>
/// <param name="DisplayName">Name shown.</param>
public sealed record OutputDescriptor(string Name, string TypeName, Wording DisplayName);
