using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>Builds the tree of activities. Doubled ids are gathered, for the linter names them all.</summary>
internal sealed class FlowCompiler(FlowMode? given, Func<UsedDefinition, FlowDefinition?>? others = null, FlowMode inherited = FlowMode.Counter)
{
    private readonly Dictionary<string, ActivityNode> activities = [];

    private readonly HashSet<string> under = [];

    private int next;

    public IReadOnlyDictionary<string, ActivityNode> Activities => activities;

    /// <summary>Activities whose id stood before.</summary>
    public List<ActivityNode> Duplicates { get; } = [];

    public ActivityNode Build(FlowDefinition definition) => Build(definition.Root, null, new Place(NodePrefix(definition.Root), "", inherited));

    /// <summary>What the node ids of a workflow begin with: real Elsa takes the generated id of the workflow (elsa/README.md, point 12).</summary>
    public static string NodePrefix(JsonObject root)
    {
        var nodeId = root.Text("nodeId");
        return nodeId?.Split(':')[0] is { Length: > 0 } first && first != nodeId ? first : "Workflow1";
    }

    private ActivityNode Build(JsonObject json, ActivityNode? parent, Place place)
    {
        var type = NotFoundActivities.TypeOf(json);
        var named = UsedDefinition.Of(json) is { } key ? others?.Invoke(key) : null;
        var used = UsedDefinition.IsRunner(type) ? null : named;
        var node = new ActivityNode
        {
            Id = place.IdPrefix + json.Text("id"),
            LocalId = json.Text("id")!,
            Name = json.Text("name"),
            Type = type,
            NodeId = $"{place.NodeId}:{json.Text("id")}",
            Parent = parent,
            Index = next++,
            Mode = given ?? OwnMode(json) ?? place.Inherited,
            Json = json,
            Used = used,
            Executed = used is null ? named : null,
            Inputs = Bindings.Inputs(json),
            Outputs = Bindings.Outputs(json),
            Variables = used?.Variables ?? DefinitionMembers.Variables(json),
            CanStart = (json["customProperties"] as JsonObject)?.Flag("canStartWorkflow") ?? false,
        };
        if (!activities.TryAdd(node.Id, node))
        {
            Duplicates.Add(node);
        }

        AddChildren(node, place);
        AddConnections(node);
        AddCases(node);
        return node;
    }

    private static FlowMode? OwnMode(JsonObject json)
    {
        if (json["customProperties"] is not JsonObject own || own["approvalMode"] is not { } member)
        {
            return null;
        }

        return own.Text("approvalMode") switch
        {
            "safe" => FlowMode.Safe,
            "token" => FlowMode.Token,
            "counter" => FlowMode.Counter,
            _ => throw new FlowFormatException(member.GetPath(), "approvalMode is safe, token or counter."),
        };
    }

    private void AddChildren(ActivityNode node, Place place)
    {
        if (node.Used is { } used)
        {
            node.Children = new Dictionary<string, ImmutableArray<ActivityNode>> { ["root"] = [BuildUsed(node, used)] };
            return;
        }

        var children = new Dictionary<string, ImmutableArray<ActivityNode>>();
        foreach (var (key, json) in NestedActivities.Of(node.Json))
        {
            var child = Build(json, node, place with { NodeId = node.NodeId, Inherited = node.Mode });
            children[key] = children.TryGetValue(key, out var before) ? before.Add(child) : [child];
        }

        node.Children = children;
    }

    /// <summary>The root of a definition used as an activity; where it does not say how it runs, it runs as what is around it.</summary>
    private ActivityNode BuildUsed(ActivityNode node, FlowDefinition used)
    {
        if (!under.Add(used.DefinitionId))
        {
            throw new FlowFormatException(node.Json.PathOf("type"), $"The definition {used.DefinitionId} uses itself.");
        }

        var root = Build(used.Root, node, new Place(node.NodeId, $"{node.Id}/", node.Mode));
        under.Remove(used.DefinitionId);
        return root;
    }

    private static void AddConnections(ActivityNode node)
    {
        if (node.Type != ActivityTypes.Flowchart)
        {
            return;
        }

        var known = node.Children.GetValueOrDefault("activities", []).GroupBy(child => child.LocalId).ToDictionary(group => group.Key, group => group.First());
        node.Connections = [.. node.Json.Objects("connections").Select(json => new ConnectionNode(
            known[Definitions.Connections.End(json, "source")!],
            Definitions.Connections.Port(json, "source", "Done"),
            known[Definitions.Connections.End(json, "target")!]))];
        node.Returns = ApprovalReturns.Of(node);
    }

    private static void AddCases(ActivityNode node)
    {
        if (node.Type is not ("Elsa.Switch" or "Elsa.FlowSwitch") || node.Json["cases"] is not JsonArray items)
        {
            return;
        }

        node.Cases = [.. items.Select((item, index) => item is JsonObject json
            ? new SwitchCase(json.Text("label") ?? "", FlowExpression.Read(json["condition"]), node.Children.GetValueOrDefault($"cases[{index}]", []).FirstOrDefault())
            : throw new FlowFormatException($"{items.GetPath()}[{index}]", "A case is an object with label and condition."))];
    }

    /// <summary>What an activity's place gives it.</summary>
    private sealed record Place(string NodeId, string IdPrefix, FlowMode Inherited);
}
