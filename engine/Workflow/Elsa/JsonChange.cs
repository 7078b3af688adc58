using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Elsa;

/// <summary>
/// Carries over to the stored JSON what a client changed against the JSON that it was given. What is the same is not touched, so that
/// neither what was added for the client nor what it cannot express alters the stored document.
/// </summary>
internal static class JsonChange
{
    /// <summary>Equal in value; absent is null.</summary>
    public static bool IsSame(JsonNode? presented, JsonNode? incoming) => JsonNode.DeepEquals(presented, incoming);

    /// <summary>Equal in value; absent, null and empty are the same.</summary>
    public static bool IsSameOrEmpty(JsonNode? presented, JsonNode? incoming) => IsSame(presented, incoming) || (IsEmpty(presented) && IsEmpty(incoming));

    /// <summary>An object whose every member the client keeps: what is gone was taken away.</summary>
    public static void Apply(JsonObject stored, JsonObject presented, JsonObject incoming)
    {
        foreach (var (name, value) in incoming)
        {
            Apply(stored, name, presented[name], value);
        }

        foreach (var (name, _) in presented)
        {
            if (!incoming.ContainsKey(name))
            {
                stored.Remove(name);
            }
        }
    }

    /// <summary>An object of which the client keeps only the members that it knows: what is gone was dropped, what is null was taken away.</summary>
    public static void ApplyKnown(JsonObject stored, JsonObject presented, JsonObject incoming)
    {
        foreach (var (name, value) in incoming)
        {
            if (IsSameOrEmpty(presented[name], value))
            {
                continue;
            }

            if (value is null)
            {
                stored.Remove(name);
            }
            else
            {
                stored[name] = value.DeepClone();
            }
        }
    }

    /// <summary>A member of an object whose every member the client keeps.</summary>
    public static void Apply(JsonObject stored, string name, JsonNode? presented, JsonNode? incoming)
    {
        if (IsSame(presented, incoming))
        {
            return;
        }

        if (incoming is JsonObject changed && presented is JsonObject before)
        {
            if (stored[name] is not JsonObject kept)
            {
                stored[name] = kept = [];
            }

            Apply(kept, before, changed);
        }
        else
        {
            stored[name] = incoming?.DeepClone();
        }
    }

    private static bool IsEmpty(JsonNode? node) => node is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };
}
