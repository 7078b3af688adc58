using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Changes;

/// <summary>A value in a definition with its place. Nothing, an empty list and an empty object are no members.</summary>
/// <param name="Path">Dotted; elements of a list by what names them.</param>
/// <param name="Text">The value as people read it.</param>
internal sealed record FlowMember(string Path, string Text)
{
    /// <summary>Where an activity stands on the canvas.</summary>
    private const string Canvas = "metadata.designer";

    /// <summary>Members that name an element of a list, the first that it has.</summary>
    private static readonly string[][] Names = [["name"], ["id"], ["label"], ["source", "port"]];

    /// <summary>The members of an object, leaving some out.</summary>
    public static IEnumerable<FlowMember> Of(JsonObject json, string[] without) =>
        json.Where(member => !without.Contains(member.Key)).SelectMany(member => Flat(member.Key, member.Value));

    private static IEnumerable<FlowMember> Flat(string path, JsonNode? node) => node switch
    {
        null or JsonArray { Count: 0 } => [],
        JsonObject when path == Canvas => [],
        JsonObject activity when activity.Text("type") is not null && activity.Text("id") is not null => [],
        JsonObject wrapped when wrapped["expression"] is JsonObject expression => Expression(path, expression),
        JsonObject owner => owner.SelectMany(member => Flat($"{path}.{member.Key}", member.Value)),
        JsonArray list when Keyed(list) is { } elements => elements.SelectMany(element => Element($"{path}[{element.Key}]", element)),
        _ => [new(path, Plain(node))],
    };

    private static IEnumerable<FlowMember> Expression(string path, JsonObject expression)
    {
        var text = expression["value"] is { } value ? Plain(value) : "";
        return expression.Text("type") is { } type && type != "Literal" ? [new(path, $"{type}: {text}")]
            : text.Length > 0 ? [new(path, text)]
            : [];
    }

    /// <summary>An element that says nothing but its name is there or not.</summary>
    private static IEnumerable<FlowMember> Element(string path, ListElement element) =>
        element.Json.Where(member => !element.NamedBy.Contains(member.Key)).SelectMany(member => Flat($"{path}.{member.Key}", member.Value)).DefaultIfEmpty(new(path, element.Key));

    /// <summary>The elements of a list of objects with what names each; null where two have the same name or one has none.</summary>
    private static List<ListElement>? Keyed(JsonArray list)
    {
        var elements = list.OfType<JsonObject>().Select(json => (Json: json, Names: Array.Find(Names, names => names.All(name => json.Text(name) is not null))))
            .Where(element => element.Names is not null)
            .Select(element => new ListElement(string.Join(':', element.Names!.Select(name => element.Json.Text(name))), element.Names!, element.Json))
            .DistinctBy(element => element.Key).ToList();
        return elements.Count == list.Count ? elements : null;
    }

    private static string Plain(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString(FlowDefinition.Compact);

    private sealed record ListElement(string Key, string[] NamedBy, JsonObject Json);
}
