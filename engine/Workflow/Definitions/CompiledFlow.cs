using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>A definition, parsed once, checked and indexed; never changes, shared by all threads, cached by (definition id, version).</summary>
public sealed class CompiledFlow
{
    internal CompiledFlow(FlowDefinition definition, ActivityNode root, IReadOnlyDictionary<string, ActivityNode> activities)
    {
        Definition = definition;
        Root = root;
        Mode = root.Mode;
        Variables = definition.Variables;
        Inputs = definition.Inputs;
        Activities = activities;
    }

    /// <summary>The definition it was made from.</summary>
    public FlowDefinition Definition { get; }

    /// <summary>The outermost activity, normally an Elsa.Flowchart.</summary>
    public ActivityNode Root { get; }

    /// <summary>How its flowcharts run, where a flowchart says nothing itself.</summary>
    public FlowMode Mode { get; }

    /// <summary>The workflow's variables.</summary>
    public ImmutableArray<VariableDefinition> Variables { get; }

    /// <summary>The workflow's inputs.</summary>
    public ImmutableArray<InputDefinition> Inputs { get; }

    /// <summary>Every activity at any depth by its id.</summary>
    public IReadOnlyDictionary<string, ActivityNode> Activities { get; }

    /// <summary>Compiles. Faults that only the linter minds (unknown types, dead ends) do not stop it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="mode">Overrides the document's own mode (flow run --mode, conformance cases).</param>
    /// <exception cref="FlowFormatException">Duplicate ids or a broken structure.</exception>
    public static CompiledFlow Compile(FlowDefinition definition, FlowMode? mode = null)
    {
        var compiler = new FlowCompiler(mode);
        var root = compiler.Build(definition);
        return compiler.Duplicates is [var twice, ..]
            ? throw new FlowFormatException(twice.Json.PathOf("id"), $"The id {twice.Id} stands twice.")
            : new CompiledFlow(definition, root, compiler.Activities);
    }
}
