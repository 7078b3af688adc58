using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Migration;

namespace ApprovalEngine.Workflow.Tests.Migration;

/// <summary>Other versions of a flow, and the mappings to them.</summary>
internal static class Versions
{
    private const string Mark = "re-";

    /// <summary>The same flow with every activity under another id.</summary>
    public static CompiledFlow Renamed(CompiledFlow flow)
    {
        var document = Document(flow);
        Rename(document["root"]!, flow.Activities.Keys.ToHashSet());
        return CompiledFlow.Compile(FlowDefinition.Parse(document.ToJsonString()));
    }

    public static MigrationMapping ToRenamed(CompiledFlow flow) =>
        flow.Activities.Keys.Aggregate(MigrationMapping.SameIds, (mapping, id) => mapping.With(id, Mark + id));

    public static MigrationMapping FromRenamed(CompiledFlow flow) =>
        flow.Activities.Keys.Aggregate(MigrationMapping.SameIds, (mapping, id) => mapping.With(Mark + id, id));

    public static string Plain(string id) => id.StartsWith(Mark, StringComparison.Ordinal) ? id[Mark.Length..] : id;

    /// <summary>The same flow with a line on some of its connections.</summary>
    public static CompiledFlow WithLines(CompiledFlow flow, Random random)
    {
        var document = Document(flow);
        var root = document["root"]!;
        var count = 0;
        foreach (var connection in root["connections"]!.AsArray().Where(connection => (string?)connection!["source"]!["port"] != "Overdue" && random.Next(3) == 0).ToList())
        {
            var line = new JsonObject { ["id"] = $"n{++count}", ["type"] = "Elsa.WriteLine", ["version"] = 1 };
            root["activities"]!.AsArray().Add(line);
            var target = connection!["target"]!.DeepClone();
            connection["target"] = new JsonObject { ["activity"] = $"n{count}", ["port"] = "In" };
            root["connections"]!.AsArray().Add(new JsonObject { ["source"] = new JsonObject { ["activity"] = $"n{count}", ["port"] = "Done" }, ["target"] = target });
        }

        return CompiledFlow.Compile(FlowDefinition.Parse(document.ToJsonString()));
    }

    private static JsonObject Document(CompiledFlow flow) => JsonNode.Parse(flow.Definition.ToJson(false))!.AsObject();

    private static void Rename(JsonNode node, HashSet<string> ids)
    {
        foreach (var item in (node as JsonArray ?? []).OfType<JsonNode>())
        {
            Rename(item, ids);
        }

        foreach (var (name, value) in (node as JsonObject ?? []).ToList())
        {
            if (name is "id" or "activity" or "source" or "target" && value is JsonValue && ids.Contains((string)value!))
            {
                node[name] = Mark + (string)value!;
            }
            else if (value is not null)
            {
                Rename(value, ids);
            }
        }
    }
}
