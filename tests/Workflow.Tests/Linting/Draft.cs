using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Linting;

namespace ApprovalEngine.Workflow.Tests.Linting;

/// <summary>A flow being drawn: activities, connections and marks, then looked at by the linter.</summary>
internal sealed class Draft
{
    /// <summary>What leads back in the flow of an item.</summary>
    public static readonly (string Source, string Port, string Target)[] Back = [("review", "Return", "accept"), ("mend", "Supplied", "accept")];

    private readonly JsonArray activities = [];
    private readonly JsonArray connections = [];
    private readonly JsonObject own = [];
    private readonly JsonArray variables = [];
    private readonly JsonObject custom = [];

    /// <summary>A faultless flow of an item: accept, review with rework, issue, close.</summary>
    public static Draft OfAnItem() => new Draft().Bound().Mode("safe").Returns(Draft.Back)
        .Add("start", "Elsa.Start")
        .Add("accept", "Approval.AcceptApplication")
        .Add("clock", "Approval.PromiseClock")
        .Add("review", "Approval.ReviewTask", ("role", "Reviewer"), ("outcomes", """["Pass","Refuse","Return"]"""), ("stepLimitDays", 2))
        .Add("issue", "Approval.IssueDocument", ("title", "許可"), ("template", "{{ Input.caseNumber }}"))
        .Add("granted", "Approval.CloseCase", ("decision", "Granted"))
        .Add("refused", "Approval.CloseCase", ("decision", "Refused"))
        .Add("tell", "Approval.Notify", ("to", "applicant"), ("text", "不予受理"))
        .Add("mend", "Approval.Correction", ("withinDays", 5))
        .Add("soon", "Approval.Notify", ("to", "assignees"), ("text", "即將到期"))
        .Connect("start", "Done", "accept").Connect("accept", "Accepted", "clock").Connect("accept", "NotAccepted", "tell").Connect("accept", "CorrectionNeeded", "mend")
        .Connect("mend", "Supplied", "accept").Connect("mend", "NotSupplied", "refused")
        .Connect("clock", "Done", "review").Connect("clock", "DueSoon", "soon")
        .Connect("review", "Pass", "issue").Connect("review", "Refuse", "refused").Connect("review", "Return", "accept").Connect("issue", "Done", "granted");

    public Draft Add(string id, string type, params (string Input, object Value)[] inputs)
    {
        var activity = new JsonObject { ["id"] = id, ["type"] = type, ["version"] = 1 };
        foreach (var (input, value) in inputs)
        {
            activity[input] = value as JsonNode ?? Wrapped(value is string text && text.StartsWith('[') ? "Object" : "Literal", value);
        }

        activities.Add(activity);
        return this;
    }

    public static JsonObject Wrapped(string type, object value) => new()
    {
        ["typeName"] = "Object",
        ["expression"] = new JsonObject { ["type"] = type, ["value"] = JsonSerializer.SerializeToNode(value) },
    };

    public Draft With(string id, string input, object value)
    {
        Find(id)[input] = value as JsonNode ?? Wrapped("Literal", value);
        return this;
    }

    public Draft Without(string id, string input)
    {
        Find(id).Remove(input);
        return this;
    }

    public Draft Connect(string source, string port, string target)
    {
        connections.Add(new JsonObject
        {
            ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
            ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
        });
        return this;
    }

    public Draft Cut(string source, string port)
    {
        connections.Remove(connections.First(connection => (string)connection!["source"]!["activity"]! == source && (string)connection["source"]!["port"]! == port));
        return this;
    }

    public Draft Bound()
    {
        custom["approvalItem"] = "YC-1";
        return this;
    }

    public Draft Variable(string name)
    {
        variables.Add(new JsonObject { ["id"] = "v-" + name, ["name"] = name, ["typeName"] = "String" });
        return this;
    }

    public Draft Mode(string mode)
    {
        own["approvalMode"] = mode;
        return this;
    }

    public Draft Returns(params (string Source, string Port, string Target)[] returns)
    {
        own["approvalReturns"] = new JsonArray([.. returns.Select(back => new JsonObject { ["source"] = back.Source, ["port"] = back.Port, ["target"] = back.Target })]);
        return this;
    }

    public IReadOnlyList<Finding> Lint(LintContext? context = null) => Linter.Check(Definition(), context);

    /// <summary>What the linter says, as "severity code activity".</summary>
    public IEnumerable<string> Said(LintContext? context = null) =>
        Lint(context).Select(finding => $"{finding.Severity} {finding.Code} {finding.ActivityId}".TrimEnd());

    public FlowDefinition Definition() => FlowDefinition.Parse(new JsonObject
    {
        ["definitionId"] = "draft",
        ["variables"] = variables.DeepClone(),
        ["customProperties"] = custom.DeepClone(),
        ["root"] = new JsonObject
        {
            ["id"] = "flow-1",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["customProperties"] = own.DeepClone(),
            ["activities"] = activities.DeepClone(),
            ["connections"] = connections.DeepClone(),
        },
    }.ToJsonString());

    private JsonObject Find(string id) => activities.Select(activity => activity!.AsObject()).First(activity => (string)activity["id"]! == id);
}
