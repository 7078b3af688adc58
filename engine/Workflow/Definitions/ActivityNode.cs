using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>An activity of a compiled flow.</summary>
public sealed class ActivityNode
{
    /// <summary>Unique within the workflow: inside a definition used as an activity, the using activity's id, a slash and the own one.</summary>
    public required string Id { get; init; }

    /// <summary>The id as its own document says it.</summary>
    public required string LocalId { get; init; }

    /// <summary>The definition that this activity is: its root is what is nested in it. Null for all others.</summary>
    public FlowDefinition? Used { get; init; }

    /// <summary>The definition that Elsa.ExecuteWorkflow names, where the document says which; null for all others.</summary>
    public FlowDefinition? Executed { get; init; }

    /// <summary>Name that expressions may use.</summary>
    public string? Name { get; init; }

    /// <summary>For instance <c>Elsa.WriteLine</c>; for <c>Elsa.NotFoundActivity</c> the original type.</summary>
    public required string Type { get; init; }

    /// <summary>Path of ids from the root, joined by a colon.</summary>
    public required string NodeId { get; init; }

    /// <summary>The container; null for the root.</summary>
    public ActivityNode? Parent { get; init; }

    /// <summary>Position in document order over the whole workflow, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>How a flowchart here runs: its own approvalMode, else its container's; the same for all where the mode was given from outside.</summary>
    public required FlowMode Mode { get; init; }

    /// <summary>The activity's own JSON. Not to be changed.</summary>
    public required JsonObject Json { get; init; }

    /// <summary>Wrapped inputs by camelCase property name.</summary>
    public required IReadOnlyDictionary<string, InputBinding> Inputs { get; init; }

    /// <summary>Outputs by camelCase property name: id of the variable that receives it.</summary>
    public required IReadOnlyDictionary<string, string> Outputs { get; init; }

    /// <summary>Activities nested in it by property (<c>activities</c>, <c>body</c>, <c>then</c>, <c>else</c>, <c>cases[0]</c>, <c>default</c> …), in document order; filled while compiling.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<ActivityNode>> Children { get; internal set; } = new Dictionary<string, ImmutableArray<ActivityNode>>();

    /// <summary>Connections of a flowchart, in document order; empty for anything else. Those to unknown activities are left out.</summary>
    public ImmutableArray<ConnectionNode> Connections { get; internal set; } = [];

    /// <summary>The connections that customProperties.approvalReturns calls backward (elsa-format.md, safe rule 1); null when a flowchart does not say, so that they are inferred.</summary>
    public ImmutableArray<ConnectionNode>? Returns { get; internal set; }

    /// <summary>Cases of a Switch or FlowSwitch, in document order; empty for anything else.</summary>
    public ImmutableArray<SwitchCase> Cases { get; internal set; } = [];

    /// <summary>A container's own variables.</summary>
    public ImmutableArray<VariableDefinition> Variables { get; init; } = [];

    /// <summary>customProperties.canStartWorkflow.</summary>
    public bool CanStart { get; init; }

    /// <summary>It and everything nested in it at any depth, in document order.</summary>
    internal IEnumerable<ActivityNode> Tree => Children.Values.SelectMany(children => children).SelectMany(child => child.Tree).Prepend(this);

    /// <summary>A member of customProperties.</summary>
    public JsonNode? CustomProperty(string name) => (Json["customProperties"] as JsonObject)?[name];
}
