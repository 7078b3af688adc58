using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Tests.Runtime;

namespace ApprovalEngine.Workflow.Tests.Properties;

/// <summary>Activities with activities in them: rows, parallels, choices, loops, flowcharts, definitions used as an activity.</summary>
internal sealed partial class CaseDrawing
{
    private readonly Dictionary<string, FlowDefinition> used = [];
    private bool isUsed;

    /// <summary>The definitions that the flow uses as activities.</summary>
    public FlowDefinition? Used(UsedDefinition wanted) => used.GetValueOrDefault(wanted.Key);

    private string Nested()
    {
        var name = Name("n");
        Draft.Activities.Add(Container(name, 2));
        return name;
    }

    private JsonObject Container(string name, int depth) => random.Next(10) switch
    {
        0 or 1 => Activity(name, "Elsa.Sequence", ("activities", Some(depth))),
        2 => Activity(name, "Elsa.Parallel", ("activities", Some(depth))),
        3 => Activity(name, "Elsa.If", ("condition", FlowDraft.Script("Boolean", Question())), ("then", Inner(depth)), ("else", random.Next(2) == 0 ? null : Inner(depth))),
        4 => Activity(name, "Elsa.Switch", ("cases", new JsonArray(Case("A", depth), Case("B", depth))), ("mode", FlowDraft.Literal("SwitchMode", random.Next(2) == 0 ? "MatchFirst" : "MatchAny")), ("default", Inner(depth))),
        5 when !isUsed => Loop(name, depth),
        6 => Activity(name, "Elsa.For", ("start", Given(1)), ("end", Given(random.Next(3))), ("step", Given(1)), ("body", Inner(depth))),
        7 => Activity(name, random.Next(2) == 0 ? "Elsa.ForEach" : "Elsa.ParallelForEach", ("items", List([.. "ab".Take(random.Next(3)).Select(item => $"{item}")])), ("body", Inner(depth))),
        8 => Definition(name, depth),
        _ => Chart(name, depth),
    };

    private JsonArray Some(int depth) => [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Inner(depth))];

    private JsonObject Inner(int depth) => depth > 0 && random.Next(2) == 0 ? Container(Name("m"), depth - 1) : TakeOut(Step(mayLeadBack: false, mayNest: false));

    /// <summary>What was drawn last stands inside, not in the flowchart.</summary>
    private JsonObject TakeOut(string step)
    {
        var drawn = Draft.Activities.Single(activity => (string?)activity["id"] == step);
        Draft.Activities.Remove(drawn);
        return drawn;
    }

    /// <summary>Again until its task says stop; now and then it is left by a Break before its end.</summary>
    private JsonObject Loop(string name, int depth)
    {
        var ask = Review(isInside: true);
        Questions[ask] = ["on", "stop"];
        var body = new JsonArray(TakeOut(ask), Inner(depth));
        if (random.Next(2) == 0)
        {
            body.Insert(1, Activity(Name("m"), "Elsa.If", ("condition", FlowDraft.Script("Boolean", $"getVariable('{ask}') === 'stop'")), ("then", Activity(Name("o"), "Elsa.Break"))));
        }

        return Activity(name, "Elsa.While", ("condition", FlowDraft.Script("Boolean", $"getVariable('{ask}') !== 'stop'")), ("body", Activity(Name("m"), "Elsa.Sequence", ("activities", body))));
    }

    private JsonObject Case(string label, int depth) => new()
    {
        ["label"] = label,
        ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = Question() },
        ["activity"] = Inner(depth),
    };

    private JsonObject Definition(string name, int depth)
    {
        // A definition does not see the variables of the flow that uses it: no loop in it could be told to stop.
        var (key, wasUsed) = ($"Sub.{name}", isUsed);
        isUsed = true;
        var fuse = new JsonObject { ["id"] = "v-fuse", ["name"] = "fuse", ["typeName"] = "String", ["value"] = "ok" };
        var root = new JsonObject { ["definitionId"] = key, ["name"] = key, ["version"] = 1, ["variables"] = new JsonArray(fuse), ["root"] = Activity(Name("m"), "Elsa.Sequence", ("activities", Some(depth))) };
        isUsed = wasUsed;
        used[key] = FlowDefinition.Parse(root.ToJsonString());
        return Activity(name, key);
    }

    /// <summary>A flowchart of its own: two ways beside each other that meet, and a way back.</summary>
    private JsonObject Chart(string name, int depth)
    {
        var inner = new FlowDraft(name, mode: null) { Returns = [] };
        var (again, left, right, meet, last) = (Review(isInside: true, "Done", "Back"), Inner(depth), Inner(depth), Name("j"), Inner(0));
        var fork = Name("f");
        inner.Fork(fork, "L", "R").Join(meet, random.Next(3) == 0 ? "WaitAny" : null);
        inner.Activities.AddRange([TakeOut(again), left, right, last]);
        inner.Connect(fork, "L", Id(left));
        inner.Connect(fork, "R", Id(right));
        foreach (var (source, port) in Exits(Id(left)).Concat(Exits(Id(right))))
        {
            inner.Connect(source, port, meet);
        }

        inner.Connect(meet, "Done", again);
        inner.Connect(again, "Done", Id(last));
        inner.Connect(again, "Back", fork);
        inner.Returns.Add((again, "Back", fork));
        return inner.Chart();
    }

    private string Question() => random.Next(5) == 0 ? "getVariable('fuse') === 'ok' ? true : broken()" : "getVariable('people') === 'some'";

    private static string Id(JsonObject activity) => (string)activity["id"]!;

    private static JsonObject Activity(string name, string type, params (string Name, JsonNode? Value)[] properties)
    {
        var activity = new JsonObject { ["id"] = name, ["type"] = type, ["version"] = 1 };
        foreach (var (property, value) in properties)
        {
            activity[property] = value;
        }

        return activity;
    }
}
