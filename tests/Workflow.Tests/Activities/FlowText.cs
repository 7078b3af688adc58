using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Tests.Activities;

/// <summary>Writes small safe-mode flows: <c>new FlowText().Step("review", "Approval.ReviewTask", new { unit = "U1" }).Link("a", "Done", "b")</c>.</summary>
internal sealed class FlowText
{
    private readonly JsonArray activities = [];
    private readonly JsonArray connections = [];
    private readonly JsonArray returns = [];
    private readonly JsonArray variables = [];

    /// <summary>Start, acceptance and promise clock, then whatever follows from "clock".</summary>
    public static FlowText Accepted() => new FlowText()
        .Step("start", "Elsa.Start").Step("accept", "Approval.AcceptApplication").Step("clock", "Approval.PromiseClock")
        .Link("start", "Done", "accept").Link("accept", "Accepted", "clock");

    /// <summary>An activity; inputs are literals, a text that begins with "=" is JavaScript.</summary>
    public FlowText Step(string id, string type, object? inputs = null, string? resultVariable = null)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1, ["customProperties"] = new JsonObject(), ["metadata"] = new JsonObject() };
        foreach (var property in inputs?.GetType().GetProperties() ?? [])
        {
            activity[property.Name] = Wrap(property.GetValue(inputs));
        }

        if (resultVariable is not null)
        {
            activity["result"] = new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = resultVariable } };
        }

        activities.Add(activity);
        return this;
    }

    /// <summary>A member of an activity, as it stands in the document.</summary>
    public FlowText With(string id, string member, JsonNode value)
    {
        activities.Single(activity => (string)activity!["id"]! == id)![member] = value;
        return this;
    }

    public FlowText Variable(string name, string typeName)
    {
        variables.Add(new JsonObject { ["id"] = name, ["name"] = name, ["typeName"] = typeName });
        return this;
    }

    public FlowText Link(string source, string port, string target)
    {
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        });
        return this;
    }

    /// <summary>A connection that leads back.</summary>
    public FlowText Back(string source, string port, string target)
    {
        returns.Add(new JsonObject { ["source"] = source, ["port"] = port, ["target"] = target });
        return Link(source, port, target);
    }

    public string Json() => new JsonObject
    {
        ["definitionId"] = "test",
        ["name"] = "test",
        ["version"] = 1,
        ["variables"] = variables.DeepClone(),
        ["root"] = new JsonObject
        {
            ["id"] = "flow",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["customProperties"] = new JsonObject { ["approvalMode"] = "safe", ["approvalReturns"] = returns.DeepClone() },
            ["activities"] = activities.DeepClone(),
            ["connections"] = connections.DeepClone(),
        },
    }.ToJsonString();

    private static JsonObject Wrap(object? value)
    {
        var (type, text) = value switch
        {
            string[] list => ("Object", JsonValue.Create(new JsonArray([.. list.Select(item => (JsonNode)item)]).ToJsonString())),
            string script when script.StartsWith('=') => ("JavaScript", JsonValue.Create(script[1..])),
            string literal => ("Literal", JsonValue.Create(literal)),
            _ => ("Literal", JsonValue.Create(value)),
        };
        return new JsonObject { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = type, ["value"] = text } };
    }
}
