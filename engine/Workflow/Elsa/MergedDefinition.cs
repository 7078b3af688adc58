using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Elsa;

/// <summary>
/// A save of Elsa's clients, merged into the stored document: they drop what they do not know of the definition, its options, variables
/// and connections, reorder activities, and turn literals into text (elsa-studio.md, section 4).
/// </summary>
public static class MergedDefinition
{
    /// <summary>What the product itself says about a version, whatever a client sends.</summary>
    private static readonly HashSet<string> OwnMembers = ["id", "definitionId", "version", "createdAt", "isLatest", "isPublished", "isSystem", "links"];

    private static readonly HashSet<string> NamedLists = ["variables", "inputs", "outputs"];

    /// <summary>The document to store.</summary>
    /// <param name="stored">The stored definition; null for a new one.</param>
    /// <param name="incoming">What the client sent.</param>
    /// <param name="isUsable">The same as when the definition was presented.</param>
    public static JsonObject Of(FlowDefinition? stored, JsonObject incoming, Func<string, int, bool> isUsable)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        var document = stored?.Document.DeepClone().AsObject() ?? [];
        var presented = stored is null ? [] : PresentedDefinition.Of(stored, isUsable);
        foreach (var (name, value) in incoming)
        {
            if (!OwnMembers.Contains(name))
            {
                Merge(document, presented, name, value);
            }
        }

        return document;
    }

    private static void Merge(JsonObject document, JsonObject presented, string name, JsonNode? value)
    {
        if (name == "root" && value is JsonObject root)
        {
            document[name] = new ActivityMerge(document[name] as JsonObject, presented[name] as JsonObject).Of(root);
        }
        else if (JsonChange.IsSameOrEmpty(presented[name], value))
        {
            // Nothing changed; what the document lacks it goes on lacking.
        }
        else if (NamedLists.Contains(name) && value is JsonArray items)
        {
            document[name] = NamedMerge.Of(document[name] as JsonArray, presented[name] as JsonArray, items);
        }
        else if (name == "options" && value is JsonObject options)
        {
            var kept = document[name] as JsonObject ?? [];
            JsonChange.ApplyKnown(kept, presented[name] as JsonObject ?? [], options);
            if (kept.Count > 0)
            {
                document[name] ??= kept;
            }
        }
        else
        {
            JsonChange.Apply(document, name, presented[name], value ?? (presented[name] is JsonArray ? new JsonArray() : null));
        }
    }
}
