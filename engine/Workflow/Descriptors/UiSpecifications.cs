using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>Settings of Elsa Studio's editors (elsa-studio.md, section 5).</summary>
public static class UiSpecifications
{
    /// <summary>What a descriptor says to the editor of an input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="culture">Name of the language.</param>
    public static JsonObject Of(InputDescriptor input, string culture)
    {
        ArgumentNullException.ThrowIfNull(input);
        var settings = input.UiSpecifications?.DeepClone().AsObject() ?? [];
        if (input.Source != ChoiceSource.None)
        {
            settings["Refresh"] = true;
        }
        else if (input.Choices.Length > 0)
        {
            settings = Choices(input.UiHint, input.Choices.Select(choice => (choice.Text.In(culture), choice.Value)));
        }

        return settings;
    }

    /// <summary>Choices as the editor reads them, in the order given.</summary>
    /// <param name="uiHint">The editor: dropdown, checklist or radiolist.</param>
    /// <param name="choices">What people read, and what the document holds.</param>
    public static JsonObject Choices(string uiHint, IEnumerable<(string Text, string Value)> choices)
    {
        var list = new JsonObject
        {
            ["items"] = new JsonArray([.. choices.Select(choice => new JsonObject { ["text"] = choice.Text, ["value"] = choice.Value })]),
            ["isFlagsEnum"] = false,
        };
        if (uiHint == "dropdown")
        {
            list["sortItems"] = false;
        }

        return new JsonObject { [uiHint] = new JsonObject { [ListOf(uiHint)] = list } };
    }

    /// <summary>Ports that stand beside those which the list names.</summary>
    internal static JsonObject DynamicOutcomes(params string[] alwaysThere) => new()
    {
        ["DynamicOutcomesOptions"] = new JsonObject { ["fixedOutcomes"] = new JsonArray([.. alwaysThere.Select(name => (JsonNode)name)]) },
    };

    /// <summary>The language of a code editor.</summary>
    internal static JsonObject Code(string language) => new() { ["code-editor"] = new JsonObject { ["language"] = language } };

    private static string ListOf(string uiHint) => uiHint switch
    {
        "checklist" => "checkList",
        "radiolist" => "radioList",
        _ => "selectList",
    };
}
