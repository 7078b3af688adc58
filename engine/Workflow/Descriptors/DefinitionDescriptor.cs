using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>The descriptor of a published definition that others may use as an activity (elsa/README.md, point 11).</summary>
public static class DefinitionDescriptor
{
    private static readonly Wording Workflows = new("流程", "流程", "Workflows");

    /// <summary>The descriptor of one version.</summary>
    /// <param name="flow">The version.</param>
    /// <param name="isBrowsable">Whether the palette offers it: only the newest published version.</param>
    /// <param name="culture">Name of the language.</param>
    public static JsonObject Write(FlowDefinition flow, bool isBrowsable, string culture)
    {
        ArgumentNullException.ThrowIfNull(flow);
        var type = UsedDefinition.TypeOf(flow.Name);
        var outcomes = flow.Outcomes.IsEmpty ? ["Done"] : flow.Outcomes;
        return new JsonObject
        {
            ["typeName"] = type,
            ["name"] = type,
            ["version"] = flow.Version,
            ["category"] = (flow.Document["options"] as JsonObject)?.Text("activityCategory") is { Length: > 0 } category ? category : Workflows.In(culture),
            ["displayName"] = flow.Name,
            ["description"] = flow.Description ?? "",
            ["inputs"] = new JsonArray([.. Members(flow, "inputs").Select(Input)]),
            ["outputs"] = new JsonArray([.. Members(flow, "outputs").Select(output => Argument(output))]),
            ["kind"] = "Action",
            ["runAsynchronously"] = false,
            ["ports"] = new JsonArray([Port("Root", "Embedded", isBrowsable: false), .. outcomes.Select(outcome => Port(outcome, "Flow", isBrowsable: true))]),
            ["customProperties"] = Identity(flow, "RootType", "WorkflowDefinitionActivity"),
            ["constructionProperties"] = Identity(flow, "Version", flow.Version),
            ["isContainer"] = false,
            ["isBrowsable"] = isBrowsable,
            ["isStart"] = false,
            ["isTerminal"] = false,
        };
    }

    private static IEnumerable<JsonObject> Members(FlowDefinition flow, string list) => (flow.Document[list] as JsonArray ?? []).OfType<JsonObject>();

    private static JsonObject Input(JsonObject input)
    {
        var json = Argument(input);
        json["isWrapped"] = true;
        json["uiHint"] = input.Text("uiHint") is { Length: > 0 } hint ? hint : "singleline";
        json["isSensitive"] = false;
        json["autoEvaluate"] = true;
        if (input.Text("category") is { Length: > 0 } category)
        {
            json["category"] = category;
        }

        return json;
    }

    private static JsonObject Argument(JsonObject argument)
    {
        var name = argument.Text("name") ?? "";
        var type = argument.Text("type") ?? "Object";
        return new JsonObject
        {
            ["name"] = name,
            ["typeName"] = argument.Flag("isArray") ? type + "[]" : type,
            ["displayName"] = argument.Text("displayName") is { Length: > 0 } shown ? shown : name,
            ["description"] = argument.Text("description") ?? "",
            ["order"] = 0,
            ["isBrowsable"] = true,
            ["isSynthetic"] = true,
        };
    }

    private static JsonObject Port(string name, string type, bool isBrowsable) =>
        new() { ["name"] = name, ["displayName"] = name, ["type"] = type, ["isBrowsable"] = isBrowsable };

    /// <summary>What a designer copies into an activity of the type, so that it names the version.</summary>
    private static JsonObject Identity(FlowDefinition flow, string name, JsonNode value) =>
        new() { ["WorkflowDefinitionId"] = flow.DefinitionId, ["WorkflowDefinitionVersionId"] = flow.Id, [name] = value };
}
