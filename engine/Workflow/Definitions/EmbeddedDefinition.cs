using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Definitions;

/// <summary>
/// Finds the definition in what Elsa 3 has written around one: the answer or the request of a save, a stored record whose root is a text,
/// a workflow written as the activity that it is. What is a definition already is left alone.
/// </summary>
internal static class EmbeddedDefinition
{
    private static readonly string[] Envelopes = ["workflowDefinition", "model"];

    // The record's own members that say how its root is kept.
    private static readonly string[] Materials = ["stringData", "binaryData", "materializerName", "materializerContext"];

    /// <summary>The definition in a document.</summary>
    /// <exception cref="FlowFormatException">It is one of Elsa 2, which has another language, or its stored root cannot be read.</exception>
    public static JsonObject Of(JsonObject document)
    {
        if (document["root"] is JsonObject)
        {
            return document.Text("type") == "Elsa.Workflow" ? Described(document) : document;
        }

        if (Envelopes.FirstOrDefault(name => document[name] is JsonObject) is { } envelope)
        {
            var inside = document[envelope]!.AsObject();
            document.Remove(envelope);
            return Of(inside);
        }

        if (document["stringData"]?.GetValueKind() == JsonValueKind.String)
        {
            return Unpacked(document);
        }

        return IsOfElsa2(document)
            ? throw new FlowFormatException("$.activities", "This is a definition of Elsa 2; definitions of Elsa 3 are read.")
            : document;
    }

    /// <summary>A workflow as an activity says who it is in members of its own.</summary>
    private static JsonObject Described(JsonObject workflow)
    {
        Take(workflow, "identity", "id", "definitionId", "version");
        Take(workflow, "workflowMetadata", "name", "description", "createdAt", "toolVersion");
        Take(workflow, "publication", "isLatest", "isPublished");
        return workflow;
    }

    private static void Take(JsonObject workflow, string member, params string[] names)
    {
        if (workflow[member] is JsonObject source)
        {
            foreach (var name in names.Where(source.ContainsKey))
            {
                workflow[name] = source[name]?.DeepClone();
            }
        }
    }

    private static JsonObject Unpacked(JsonObject record)
    {
        try
        {
            record["root"] = DocumentReader.Read(record.Text("stringData")!);
        }
        catch (FlowFormatException fault)
        {
            throw new FlowFormatException(record.PathOf("stringData"), $"The stored root cannot be read: {fault.Path}: {fault.Message}");
        }

        foreach (var name in Materials)
        {
            record.Remove(name);
        }

        return record;
    }

    private static bool IsOfElsa2(JsonObject document) =>
        (document["activities"] as JsonArray ?? (document["activities"] as JsonObject)?["$values"] as JsonArray)?.OfType<JsonObject>().Any(activity => activity.ContainsKey("activityId")) == true;
}
