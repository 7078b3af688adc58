using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>The kinds that members read here must have; null and absence are always allowed, unknown members are not looked at.</summary>
internal sealed class MemberKinds
{
    /// <summary>Of the definition itself.</summary>
    public static readonly MemberKinds Definition = new(
        ["id", "definitionId", "name"],
        ["customProperties", "options", "root"],
        ["variables", "inputs", "outputs", "outcomes"]);

    /// <summary>Of every activity.</summary>
    public static readonly MemberKinds Activity = new(
        ["id", "nodeId", "name", "type"],
        ["customProperties", "metadata"],
        ["variables"]);

    /// <summary>Of variables, inputs and outputs. A variable's default is JSON text; Elsa refuses anything else.</summary>
    public static readonly MemberKinds Named = new(
        ["id", "name", "type", "typeName", "value", "storageDriverTypeName", "storageDriverType"],
        [],
        []);

    /// <summary>Of an expression.</summary>
    public static readonly MemberKinds Expression = new(["type"], [], []);

    private readonly string[] texts;
    private readonly string[] objects;
    private readonly string[] lists;

    private MemberKinds(string[] texts, string[] objects, string[] lists)
    {
        this.texts = texts;
        this.objects = objects;
        this.lists = lists;
    }

    /// <summary>Checks an object's members.</summary>
    /// <exception cref="FlowFormatException">A member has another kind.</exception>
    public void Check(JsonObject json)
    {
        Check(json, texts, JsonValueKind.String, "a text");
        Check(json, objects, JsonValueKind.Object, "an object");
        Check(json, lists, JsonValueKind.Array, "a list");
    }

    private static void Check(JsonObject json, string[] names, JsonValueKind kind, string words)
    {
        foreach (var name in names)
        {
            if (json[name] is { } member && member.GetValueKind() != kind)
            {
                throw new FlowFormatException(member.GetPath(), $"{name} must be {words}.");
            }
        }
    }
}
