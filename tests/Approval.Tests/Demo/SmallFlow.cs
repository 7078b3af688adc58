using System.Text.Json.Nodes;

namespace Approval.Tests.Demo;

/// <summary>Writes a small flow in the shipped form.</summary>
internal sealed class SmallFlow(string definitionId, string item)
{
    private readonly JsonArray activities = [];
    private readonly JsonArray connections = [];

    /// <summary>An activity; lists and objects are given as JSON text.</summary>
    public SmallFlow Step(string id, string type, params (string Name, object Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1, ["customProperties"] = new JsonObject(), ["metadata"] = new JsonObject() };
        foreach (var (name, value) in inputs)
        {
            var isObject = value is string text && text.Length > 0 && text[0] is '[' or '{' && !((string)value).Contains("{{", StringComparison.Ordinal);
            var kind = isObject ? "Object" : value is string template && template.Contains("{{", StringComparison.Ordinal) ? "Liquid" : "Literal";
            activity[name] = new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = kind, ["value"] = JsonValue.Create(value) } };
        }

        activities.Add(activity);
        return this;
    }

    public SmallFlow Link(string source, string port, string target)
    {
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        });
        return this;
    }

    /// <summary>What is supplied goes back to the step that asked for it.</summary>
    private JsonArray Returns() => [.. connections.Where(link => (string?)link!["source"]!["port"] == "Supplied").Select(link => new JsonObject
    {
        ["source"] = (string?)link!["source"]!["activity"], ["port"] = "Supplied", ["target"] = (string?)link["target"]!["activity"],
    })];

    public string Json() => new JsonObject
    {
        ["id"] = $"{definitionId}-1",
        ["definitionId"] = definitionId,
        ["name"] = definitionId,
        ["version"] = 1,
        ["isLatest"] = true,
        ["isPublished"] = true,
        ["customProperties"] = new JsonObject { ["approvalItem"] = item },
        ["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["start"] = "accept",
            ["customProperties"] = new JsonObject { ["approvalMode"] = "safe", ["approvalReturns"] = Returns() },
            ["activities"] = activities,
            ["connections"] = connections,
        },
    }.ToJsonString();
}
