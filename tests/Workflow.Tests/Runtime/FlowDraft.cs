using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>A short way to draw flowcharts: activities in the order of the document, connections in the order in which they are drawn.</summary>
internal sealed class FlowDraft(string id = "flow-1", string? mode = "safe")
{
    private readonly JsonArray variables = [];
    private readonly JsonArray inputs = [];
    private readonly JsonArray own = [];

    public List<JsonObject> Activities { get; } = [];

    public List<(string Source, string Port, string Target)> Connections { get; } = [];

    /// <summary>Elsa's incident strategy; null for none.</summary>
    public string? IncidentStrategy { get; set; }

    /// <summary>The connections marked as leading back; null leaves that to inference.</summary>
    public List<(string Source, string Port, string Target)>? Returns { get; set; }

    public FlowDraft Add(string name, string type, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = name, ["type"] = type.Contains('.', StringComparison.Ordinal) ? type : "Elsa." + type, ["version"] = 1 };
        foreach (var (property, value) in properties)
        {
            activity[property] = value;
        }

        Activities.Add(activity);
        return this;
    }

    public FlowDraft Start() => Add("start", "Start");

    public FlowDraft Line(string name) => Add(name, "WriteLine", ("text", Literal("String", name)));

    public FlowDraft LineOf(string name, string script) => Add(name, "WriteLine", ("text", Script("String", script)));

    /// <summary>A task of its own name whose result goes to the variable of the same name.</summary>
    public FlowDraft Task(string name)
    {
        Variable(name, "String", "-");
        return Add(name, "RunTask", ("taskName", Literal("String", name)), ("result", new JsonObject { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = "v-" + name } }));
    }

    /// <summary>A review with a step limit; the answer's data go to the variable of its own name.</summary>
    public FlowDraft Review(string name, int stepLimitDays)
    {
        Variable(name, "String", "-");
        return Add(name, "Approval.ReviewTask", ("stepLimitDays", Literal("Int32", stepLimitDays)));
    }

    public FlowDraft Set(string name, string variable, string script) => Add(
        name, "SetVariable", ("variable", new JsonObject { ["id"] = "v-" + variable, ["name"] = variable, ["typeName"] = "Object" }), ("value", Script("Object", script)));

    public FlowDraft Decision(string name, string variable, string value = "ok") => Add(name, "FlowDecision", ("condition", Script("Boolean", Equal(variable, [value]))));

    public FlowDraft Switch(string name, string variable, IEnumerable<(string Label, string[] Values)> cases, string matching) => Add(
        name,
        "FlowSwitch",
        ("cases", new JsonArray([.. cases.Select(option => new JsonObject
        {
            ["label"] = option.Label,
            ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = Equal(variable, option.Values) },
        })])),
        ("mode", Literal("SwitchMode", matching)));

    public FlowDraft Fork(string name, params string[] branches) => Add(name, "FlowFork", ("branches", Of("List<String>", "Object", JsonSerializer.Serialize(branches))));

    public FlowDraft Join(string name, string? waits = null) => waits is null ? Add(name, "FlowJoin") : Add(name, "FlowJoin", ("mode", Literal("FlowJoinMode", waits)));

    public FlowDraft End(string name = "end") => Add(name, "End");

    /// <summary>A container with a flowchart's or list's activities.</summary>
    public FlowDraft Nest(FlowDraft inner)
    {
        Activities.Add(inner.Chart());
        Lift(inner);
        return this;
    }

    /// <summary>A Sequence or Parallel of what another draft holds.</summary>
    public FlowDraft Nest(string name, string type, FlowDraft inner)
    {
        Lift(inner);
        return Add(name, type, ("activities", new JsonArray([.. inner.Activities])));
    }

    /// <summary>A loop or other activity whose body is the first activity of another draft.</summary>
    public FlowDraft Body(string name, string type, FlowDraft inner, params (string Name, JsonNode? Value)[] properties)
    {
        Lift(inner);
        return Add(name, type, [.. properties, ("body", inner.Activities[0])]);
    }

    public FlowDraft Variable(string name, string type, string value, string? driver = null)
    {
        variables.Add(Declared(name, type, value, driver));
        return this;
    }

    /// <summary>A variable of this container, not of the workflow.</summary>
    public FlowDraft OwnVariable(string name, string type, string value, string? driver = null)
    {
        own.Add(Declared(name, type, value, driver));
        return this;
    }

    /// <summary>How the activity added last takes tokens in token mode.</summary>
    public FlowDraft Merging(string mode)
    {
        Activities[^1]["customProperties"] = new JsonObject { ["mergeMode"] = mode };
        return this;
    }

    /// <summary>An input of the workflow.</summary>
    public FlowDraft Input(string name, string? driver)
    {
        inputs.Add(new JsonObject { ["name"] = name, ["type"] = "String", ["storageDriverType"] = driver });
        return this;
    }

    public void Connect(string source, string port, string target) => Connections.Add((source, port, target));

    /// <summary>"a &gt; b.True &gt; c; a &gt; d": connections with the source's port after a dot, else Done.</summary>
    public FlowDraft Draw(string text)
    {
        foreach (var chain in text.Split(';'))
        {
            var places = chain.Split('>').Select(place => place.Trim().Split('.')).ToList();
            foreach (var (from, to) in places.Zip(places.Skip(1)))
            {
                Connect(from[0], from.ElementAtOrDefault(1) ?? "Done", to[0]);
            }
        }

        return this;
    }

    public JsonObject Chart()
    {
        var custom = new JsonObject();
        if (mode is not null)
        {
            custom["approvalMode"] = mode;
        }

        if (Returns is not null)
        {
            custom["approvalReturns"] = new JsonArray([.. Returns.Select(back => new JsonObject { ["source"] = back.Source, ["port"] = back.Port, ["target"] = back.Target })]);
        }

        return new JsonObject
        {
            ["id"] = id,
            ["type"] = "Elsa.Flowchart",
            ["customProperties"] = custom,
            ["variables"] = own.DeepClone(),
            ["activities"] = new JsonArray([.. Activities.Select(activity => activity.DeepClone())]),
            ["connections"] = new JsonArray([.. Connections.Select(connection => new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = connection.Source, ["port"] = connection.Port },
                ["target"] = new JsonObject { ["activity"] = connection.Target, ["port"] = "In" },
            })]),
        };
    }

    /// <summary>Another version of the chart, with a line on each of these connections.</summary>
    public FlowDraft WithLinesOn(IEnumerable<(string Source, string Port, string Target)> ways)
    {
        var next = new FlowDraft(id, mode) { IncidentStrategy = IncidentStrategy, Returns = Returns };
        next.Activities.AddRange(Activities);
        next.Connections.AddRange(Connections);
        next.Lift(this);
        foreach (var way in ways)
        {
            var name = $"between{next.Activities.Count}";
            next.Line(name);
            next.Connections[next.Connections.IndexOf(way)] = (way.Source, way.Port, name);
            next.Connect(name, "Done", way.Target);
        }

        return next;
    }

    public CompiledFlow Compile(Func<UsedDefinition, FlowDefinition?>? others = null) => CompiledFlow.Compile(FlowDefinition.Parse(
        new JsonObject
        {
            ["definitionId"] = "draft",
            ["version"] = 1,
            ["variables"] = variables.DeepClone(),
            ["inputs"] = inputs.DeepClone(),
            ["options"] = new JsonObject { ["incidentStrategyType"] = IncidentStrategy },
            ["root"] = Chart(),
        }.ToJsonString()), null, others);

    public static JsonObject Literal(string type, JsonNode? value) => Of(type, "Literal", value);

    public static JsonObject Script(string type, string script) => Of(type, "JavaScript", script);

    private static JsonObject Of(string type, string syntax, JsonNode? value) =>
        new() { ["typeName"] = type, ["expression"] = new JsonObject { ["type"] = syntax, ["value"] = value } };

    private static string Equal(string variable, string[] values) => string.Join(" || ", values.Select(value => $"getVariable('{variable}') === '{value}'"));

    private static JsonObject Declared(string name, string type, string value, string? driver) =>
        new() { ["id"] = "v-" + name, ["name"] = name, ["typeName"] = type, ["isArray"] = false, ["value"] = value, ["storageDriverTypeName"] = driver };

    private void Lift(FlowDraft inner)
    {
        foreach (var variable in inner.variables)
        {
            variables.Add(variable!.DeepClone());
        }
    }
}
