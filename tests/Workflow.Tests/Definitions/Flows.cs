using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Tests.Definitions;

/// <summary>Small definitions for tests.</summary>
internal static class Flows
{
    /// <summary>A definition around a flowchart of these activities and connections (source, port, target).</summary>
    public static string Json(string activities, params (string Source, string Port, string Target)[] connections) =>
        Json(activities, "", connections);

    /// <summary>The same with custom properties of the root.</summary>
    public static string Json(string activities, string customProperties, (string Source, string Port, string Target)[] connections) => $$"""
        { "definitionId": "flow", "version": 1, "root": { "id": "flow-1", "type": "Elsa.Flowchart", "version": 1,
          "customProperties": { {{customProperties}} }, "activities": [ {{activities}} ],
          "connections": [ {{string.Join(", ", connections.Select(c => $$"""{ "source": { "activity": "{{c.Source}}", "port": "{{c.Port}}" }, "target": { "activity": "{{c.Target}}", "port": "In" } }"""))}} ] } }
        """;

    /// <summary>An activity without inputs.</summary>
    public static string Activity(string id, string type, string more = "") =>
        $$"""{ "id": "{{id}}", "type": "{{type}}", "version": 1 {{(more.Length == 0 ? "" : ", " + more)}} }""";

    /// <summary>Both texts hold the same JSON.</summary>
    public static bool Same(string one, string other) => JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other));

    /// <summary>Reads and compiles.</summary>
    public static CompiledFlow Compile(string json, FlowMode? mode = null) => CompiledFlow.Compile(FlowDefinition.Parse(json), mode);
}
