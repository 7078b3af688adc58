using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>A definition, parsed once, checked and indexed; never changes, shared by all threads, cached by (definition id, version).</summary>
public sealed class CompiledFlow
{
    private CompiledFlow(FlowDefinition definition, ActivityNode root, FlowMode mode, ImmutableArray<VariableDefinition> variables)
    {
        Definition = definition;
        Root = root;
        Mode = mode;
        Variables = variables;
    }

    /// <summary>The definition it was made from.</summary>
    public FlowDefinition Definition { get; }

    /// <summary>The outermost activity, normally an Elsa.Flowchart.</summary>
    public ActivityNode Root { get; }

    /// <summary>How its flowcharts run, where a flowchart says nothing itself.</summary>
    public FlowMode Mode { get; }

    /// <summary>The workflow's variables.</summary>
    public ImmutableArray<VariableDefinition> Variables { get; }

    /// <summary>Every activity at any depth by its id.</summary>
    public IReadOnlyDictionary<string, ActivityNode> Activities { get; } = new Dictionary<string, ActivityNode>();

    /// <summary>Compiles. Faults that only the linter minds (unknown types, dead ends) do not stop it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="mode">Overrides the document's own mode (flow run --mode, conformance cases).</param>
    /// <exception cref="FlowFormatException">Duplicate ids or a broken structure.</exception>
    public static CompiledFlow Compile(FlowDefinition definition, FlowMode? mode = null) => throw new InvalidOperationException();
}

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

/// <summary>A variable of a workflow or container.</summary>
/// <param name="Id">What memory references name.</param>
/// <param name="Name">What expressions name.</param>
/// <param name="TypeName">Elsa's alias or a .NET name, kept as text.</param>
/// <param name="IsArray">Whether it is a list of the type.</param>
/// <param name="Default">The default as Elsa stores it: JSON text (conformance point 20); null for none.</param>
/// <param name="StorageDriver">Elsa's storage driver type name; null for none (not kept over a wait in Elsa's modes).</param>
public sealed record VariableDefinition(string Id, string Name, string TypeName, bool IsArray, string? Default, string? StorageDriver);
