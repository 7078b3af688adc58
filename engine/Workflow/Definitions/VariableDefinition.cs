namespace ApprovalEngine.Workflow.Definitions;

/// <summary>A variable of a workflow or container.</summary>
/// <param name="Id">What memory references name.</param>
/// <param name="Name">What expressions name.</param>
/// <param name="TypeName">Elsa's alias or a .NET name, kept as text.</param>
/// <param name="IsArray">Whether it is a list of the type.</param>
/// <param name="Default">The default as Elsa stores it: JSON text (conformance point 20); null for none.</param>
/// <param name="StorageDriver">Elsa's storage driver type name; null for none (not kept over a wait in Elsa's modes).</param>
public sealed record VariableDefinition(string Id, string Name, string TypeName, bool IsArray, string? Default, string? StorageDriver)
{
    /// <summary>Whether Elsa's modes keep it over a wait.</summary>
    public bool IsKept { get; } = StorageDrivers.Keep(StorageDriver);
}
