using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Descriptors;

/// <summary>Descriptors in the form that Elsa's REST interface gives and Elsa Studio reads.</summary>
public static class DescriptorJson
{
    /// <summary>All of them: <c>{items, count}</c>.</summary>
    /// <param name="culture">Name of the language.</param>
    public static JsonObject WriteAll(string culture) => new()
    {
        ["items"] = new JsonArray([.. ActivityDescriptors.All.Select(descriptor => Write(descriptor, culture))]),
        ["count"] = ActivityDescriptors.All.Length,
    };

    /// <summary>One of them.</summary>
    /// <param name="descriptor">The descriptor.</param>
    /// <param name="culture">Name of the language.</param>
    public static JsonObject Write(ActivityDescriptor descriptor, string culture)
    {
        var customProperties = new JsonObject();
        var beside = descriptor.Ports.Where(port => port.IsBeside).Select(port => (JsonNode)port.Name).ToArray();
        if (beside.Length > 0)
        {
            customProperties["besidePorts"] = new JsonArray(beside);
        }

        return new JsonObject
        {
            ["typeName"] = descriptor.TypeName,
            ["namespace"] = descriptor.Namespace,
            ["name"] = descriptor.Name,
            ["version"] = 1,
            ["category"] = descriptor.Category.In(culture),
            ["displayName"] = descriptor.DisplayName.In(culture),
            ["description"] = descriptor.Description.In(culture),
            ["inputs"] = new JsonArray([.. descriptor.Inputs.Select((input, order) => Input(input, order, culture))]),
            ["outputs"] = new JsonArray([.. descriptor.Outputs.Select(output => Output(output, culture))]),
            ["kind"] = descriptor.Kind,
            ["runAsynchronously"] = false,
            ["ports"] = new JsonArray([.. descriptor.Ports.Select(port => Port(port, culture))]),
            ["customProperties"] = customProperties,
            ["constructionProperties"] = new JsonObject(),
            ["isContainer"] = descriptor.IsContainer,
            ["isBrowsable"] = descriptor.IsBrowsable,
            ["isStart"] = descriptor.IsStart,
            ["isTerminal"] = descriptor.IsTerminal,
        };
    }

    private static JsonObject Input(InputDescriptor input, int order, string culture)
    {
        var json = new JsonObject
        {
            ["isWrapped"] = input.IsWrapped,
            ["uiHint"] = input.UiHint,
            ["isReadOnly"] = false,
            ["isSensitive"] = false,
            ["autoEvaluate"] = input.IsAutoEvaluated,
            ["uiSpecifications"] = UiSpecifications.Of(input, culture),
            ["name"] = input.Name,
            ["typeName"] = input.TypeName,
            ["displayName"] = input.DisplayName.In(culture),
            ["order"] = order,
            ["isBrowsable"] = true,
            ["isSerializable"] = true,
            ["isSynthetic"] = false,
        };
        AddWhereGiven(json, "description", input.Description?.In(culture));
        AddWhereGiven(json, "defaultSyntax", input.DefaultSyntax);
        AddWhereGiven(json, "defaultValue", input.DefaultValue?.DeepClone());
        return json;
    }

    // Studio takes an absent member for none, but fails on some that are null.
    private static void AddWhereGiven(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static JsonObject Output(OutputDescriptor output, string culture) => new()
    {
        ["name"] = output.Name,
        ["typeName"] = output.TypeName,
        ["displayName"] = output.DisplayName.In(culture),
        ["order"] = 0,
        ["isBrowsable"] = true,
        ["isSynthetic"] = false,
    };

    private static JsonObject Port(PortDescriptor port, string culture) => new()
    {
        ["name"] = port.Name,
        ["displayName"] = port.DisplayName.In(culture),
        ["type"] = port.IsEmbedded ? "Embedded" : "Flow",
        ["isBrowsable"] = port.IsBrowsable,
    };
}
