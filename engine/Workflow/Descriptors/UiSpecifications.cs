using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>Settings of Elsa Studio's editors (elsa-studio.md, section 5).</summary>
internal static class UiSpecifications
{
    /// <summary>The choices of a dropdown, in the order given.</summary>
    public static JsonObject Dropdown(params string[] values) => new()
    {
        ["dropdown"] = new JsonObject
        {
            ["selectList"] = new JsonObject
            {
                ["items"] = new JsonArray([.. values.Select(value => new JsonObject { ["text"] = value, ["value"] = value })]),
                ["isFlagsEnum"] = false,
                ["sortItems"] = false,
            },
        },
    };

    /// <summary>Ports that stand beside those which the list names.</summary>
    public static JsonObject DynamicOutcomes(params string[] alwaysThere) => new()
    {
        ["DynamicOutcomesOptions"] = new JsonObject { ["fixedOutcomes"] = new JsonArray([.. alwaysThere.Select(name => (JsonNode)name)]) },
    };

    /// <summary>The language of a code editor.</summary>
    public static JsonObject Code(string language) => new() { ["code-editor"] = new JsonObject { ["language"] = language } };
}
