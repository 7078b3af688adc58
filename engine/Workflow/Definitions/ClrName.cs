namespace ApprovalEngine.Workflow.Definitions;

/// <summary>Names of .NET types as Elsa writes them, short or assembly-qualified. Nothing is ever loaded by one.</summary>
internal static class ClrName
{
    /// <summary>The type's own name: <c>FaultStrategy</c> of <c>Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core</c>.</summary>
    public static string Own(string name)
    {
        var type = name.AsSpan();
        var assembly = type.IndexOf(',');
        type = (assembly < 0 ? type : type[..assembly]).Trim();
        return type[(type.LastIndexOf('.') + 1)..].ToString();
    }
}
