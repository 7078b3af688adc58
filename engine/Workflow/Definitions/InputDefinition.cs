namespace ApprovalEngine.Workflow.Definitions;

/// <summary>An input of a workflow.</summary>
/// <param name="Name">What expressions name; its case counts.</param>
/// <param name="TypeName">Elsa's alias or a .NET name, kept as text.</param>
/// <param name="IsArray">Whether it is a list of the type.</param>
/// <param name="StorageDriver">Elsa's storage driver type name; null for none (not kept over a wait in Elsa's modes).</param>
public sealed record InputDefinition(string Name, string TypeName, bool IsArray, string? StorageDriver)
{
    /// <summary>Whether Elsa's modes keep it over a wait.</summary>
    public bool IsKept { get; } = StorageDrivers.Keep(StorageDriver);
}
