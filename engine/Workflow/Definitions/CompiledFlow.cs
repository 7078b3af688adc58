using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>A definition, parsed once, checked and indexed; never changes, shared by all threads, cached by (definition id, version).</summary>
public sealed class CompiledFlow
{
    private readonly FlowMode? given;
    private readonly Func<UsedDefinition, FlowDefinition?>? others;
    private readonly ConcurrentDictionary<string, CompiledFlow?> called = new();

    private CompiledFlow(FlowDefinition definition, ActivityNode root, IReadOnlyDictionary<string, ActivityNode> activities, FlowMode? given, Func<UsedDefinition, FlowDefinition?>? others)
    {
        (this.given, this.others) = (given, others);
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
    /// <param name="others">The other definitions that it may use as activities or execute; null for none.</param>
    /// <exception cref="FlowFormatException">Duplicate ids, a broken structure, or a definition that uses itself.</exception>
    public static CompiledFlow Compile(FlowDefinition definition, FlowMode? mode = null, Func<UsedDefinition, FlowDefinition?>? others = null) =>
        Compile(definition, mode, others, FlowMode.Counter);

    /// <summary>The flow of a definition that Elsa.ExecuteWorkflow names; null when it is not known.</summary>
    internal CompiledFlow? Called(string definitionId) => called.GetOrAdd(
        definitionId, id => others?.Invoke(new UsedDefinition(id, null)) is { } definition ? Compile(definition, given, others, Mode) : null);

    private static CompiledFlow Compile(FlowDefinition definition, FlowMode? mode, Func<UsedDefinition, FlowDefinition?>? others, FlowMode inherited)
    {
        var compiler = new FlowCompiler(mode, others, inherited);
        var root = compiler.Build(definition);
        return compiler.Duplicates is [var twice, ..]
            ? throw new FlowFormatException(twice.Json.PathOf("id"), $"The id {twice.Id} stands twice.")
            : new CompiledFlow(definition, root, compiler.Activities, mode, others);
    }
}
