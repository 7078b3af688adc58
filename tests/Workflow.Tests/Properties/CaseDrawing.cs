using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Tests.Runtime;

namespace ApprovalEngine.Workflow.Tests.Properties;

/// <summary>
/// A random flow of a case, as a designer might draw it: acceptance with its correction, the promise clock with steps beside, a middle
/// of blocks or drawn freely, the closing and a delivery behind it.
/// </summary>
internal sealed partial class CaseDrawing
{
    private readonly Random random;
    private readonly bool isNested;
    private int count;

    public CaseDrawing(Random random, bool isFree, bool isNested)
    {
        (this.random, this.isNested) = (random, isNested);
        Draft.Returns = [];
        Draft.Variable("fuse", "String", random.Next(4) == 0 ? "blown" : "ok").Variable("people", "String", random.Next(2) == 0 ? "none" : "some");
        Draft.Start().Add("accept", "Approval.AcceptApplication", ("fourEyes", Given(false))).Add("supply", "Approval.Correction", ("withinDays", Given(3)))
            .Add("giveUp", "Approval.CloseCase", ("decision", Given("Terminated"))).Line("wLate").Add("rSoon", "Approval.ReviewTask").Add("clock", "Approval.PromiseClock")
            .Draw("start > accept.Accepted > clock; accept.CorrectionNeeded > supply; supply.NotSupplied > giveUp; clock.Overdue > wLate; clock.DueSoon > rSoon");
        Back("supply", "Supplied", "accept");
        var (entry, exits) = isFree ? Free() : Block(2);
        Draft.Connect("clock", "Done", entry);
        Draft.Line("last").Add("close", "Approval.CloseCase", ("decision", Given("Granted"))).Add("rDeliver", "Approval.ReviewTask");
        Connect(exits, "last");
        Draft.Draw("last > close > rDeliver");
        if (random.Next(2) == 0)
        {
            Draft.End().Draw("rDeliver > end");
        }
    }

    public FlowDraft Draft { get; } = new();

    /// <summary>Data that an answer to a step gives: which of its branches are chosen.</summary>
    public Dictionary<string, string[]> Questions { get; } = [];

    private (string Entry, List<(string, string)> Exits) Block(int depth) => (depth, random.Next(10)) switch
    {
        (0, _) or (_, < 2) => Leaf(),
        (_, < 4) => Row(depth),
        (_, < 8) => Split(depth),
        _ => Loop(depth),
    };

    private (string, List<(string, string)>) Row(int depth)
    {
        var (entry, exits) = Block(depth - 1);
        for (var more = random.Next(1, 3); more > 0; more--)
        {
            var next = Block(depth - 1);
            Connect(exits, next.Entry);
            exits = next.Exits;
        }

        return (entry, exits);
    }

    private (string, List<(string, string)>) Split(int depth)
    {
        string[] ports = [.. Enumerable.Range(1, random.Next(2, 4)).Select(port => $"B{port}")];
        var isFork = random.Next(2) == 0;
        var parting = Name(isFork ? "f" : "s");
        var entry = parting;
        if (isFork)
        {
            Draft.Fork(parting, ports);
        }
        else
        {
            entry = Review();
            Questions[entry] = [.. ports, string.Concat(ports)];
            Draft.Switch(parting, entry, ports.Select(port => (port, new[] { port, string.Concat(ports) })), random.Next(2) == 0 ? "MatchFirst" : "MatchAny");
            Draft.Draw($"{entry} > {parting}");
        }

        var branches = ports.Select(port => (Port: port, Block: Block(depth - 1))).ToList();
        var merge = Merge();
        foreach (var (port, block) in branches)
        {
            Draft.Connect(parting, port, block.Entry);
            Connect(block.Exits, merge);
        }

        return (entry, Exits(merge));
    }

    private (string, List<(string, string)>) Loop(int depth)
    {
        var body = Block(depth - 1);
        var review = Review(isInside: false, "Done", "Back");
        Connect(body.Exits, review);
        if (random.Next(2) == 0)
        {
            Back(review, "Back", body.Entry);
        }
        else
        {
            var again = Block(depth - 1);
            Draft.Connect(review, "Back", again.Entry);
            foreach (var (source, port) in again.Exits)
            {
                Back(source, port, body.Entry);
            }
        }

        return (body.Entry, [(review, "Done")]);
    }

    /// <summary>Steps in a row, each with ways to any of the next four, some with a way back.</summary>
    private (string, List<(string, string)>) Free()
    {
        var steps = Enumerable.Range(0, random.Next(5, 11)).Select(step => step == 0 || random.Next(3) > 0 ? Step() : random.Next(2) == 0 ? Join("WaitAll") : Join(null)).ToList();
        var exits = new List<(string, string)>();
        for (var at = 0; at < steps.Count; at++)
        {
            foreach (var (source, port) in Exits(steps[at]))
            {
                for (var ways = random.Next(4) == 0 ? 2 : 1; ways > 0; ways--)
                {
                    var next = at + random.Next(1, 5);
                    if (next >= steps.Count)
                    {
                        exits.Add((source, port));
                    }
                    else if (!Draft.Connections.Contains((source, port, steps[next])))
                    {
                        Draft.Connect(source, port, steps[next]);
                    }
                }
            }

            if (at + 1 < steps.Count && !Draft.Connections.Exists(way => way.Target == steps[at + 1]))
            {
                Draft.Connect(steps[at], Exits(steps[at])[0].Item2, steps[at + 1]);
            }

            if (steps[at].StartsWith('b'))
            {
                Back(steps[at], "Back", steps[random.Next(at + 1)]);
            }
        }

        return (steps[0], [.. exits.Distinct()]);
    }

    private (string, List<(string, string)>) Leaf() => Step(mayLeadBack: false) is var step ? (step, Exits(step)) : default;

    private string Step(bool mayLeadBack = true, bool mayNest = true) => random.Next(14) switch
    {
        _ when isNested && mayNest && random.Next(3) == 0 => Nested(),
        0 => Line(),
        13 => Call(),
        1 or 12 => Countersign(),
        2 => Stop("k", "Approval.Correction"),
        3 => Stop("p", "Approval.SpecialProcedure"),
        4 => Added(Name("y"), "Elsa.Delay", ("timeSpan", new JsonObject { ["typeName"] = "TimeSpan", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = "1.05:00:00" } })),
        5 => Name("e") is var name ? Added(name, "Elsa.Event", ("eventName", FlowDraft.Literal("String", name))) : "",
        6 or 7 when mayLeadBack => Review("b", isInside: false, "Done", "Back"),
        _ => Review("r", isInside: !mayNest),
    };

    private string Review() => Review("r", isInside: false);

    private string Review(bool isInside, params string[] outcomes) => Review("r", isInside, outcomes);

    private string Review(string kind, bool isInside, params string[] outcomes)
    {
        var name = Name(kind);
        Draft.Variable(name, "String", "-");
        List<(string, JsonNode?)> inputs = [];
        if (outcomes.Length > 0)
        {
            inputs.Add(("outcomes", List(outcomes)));
        }

        if (random.Next(3) == 0)
        {
            inputs.Add(("stepLimitDays", Given(random.Next(3))));
        }

        if (random.Next(4) == 0)
        {
            inputs.Add(("fourEyes", Given(true)));
        }

        if (random.Next(4) == 0)
        {
            inputs.Add(("person", FlowDraft.Literal("String", CasePlay.People[random.Next(CasePlay.People.Length)])));
        }

        Draft.Add(name, "Approval.ReviewTask", [.. inputs]);
        if (inputs.Exists(input => input.Item1 == "stepLimitDays") && !isInside && random.Next(2) == 0)
        {
            Draft.Line("x" + name).Connect(name, "Overdue", "x" + name);
        }

        return name;
    }

    private string Countersign()
    {
        string[] rules = ["All", "Any", "Share", "InOrder"];
        string[] seats = ["U1", "user:li", "U2", "user:chen"];
        var chosen = random.Next(2) == 0
            ? FlowDraft.Script("Object", "getVariable('people') === 'none' ? [] : ['U1', 'user:li']")
            : List([.. seats.Take(random.Next(1, 5))]);
        return Added(Name("c"), "Approval.Countersign", ("seats", chosen), ("rule", FlowDraft.Literal("String", rules[random.Next(4)])), ("percent", Given(50)), ("stepLimitDays", Given(2)), ("reopenFor", FlowDraft.Literal("String", random.Next(2) == 0 ? "Refused" : "All")));
    }

    private string Stop(string kind, string type) => Added(Name(kind), type, ("withinDays", Given(random.Next(1, 6))), ("restartsLimit", Given(random.Next(3) == 0)));

    /// <summary>A service outside; its receiver may be a script that fails.</summary>
    private string Call() => Added(
        Name("q"),
        "Approval.ExchangeData",
        ("receiver", random.Next(4) == 0 ? FlowDraft.Script("String", "getVariable('fuse') === 'ok' ? 'outside' : broken()") : FlowDraft.Literal("String", "outside")),
        ("payload", FlowDraft.Script("Object", "({ people: getVariable('people') })")));

    private string Line()
    {
        var name = Name("w");
        _ = random.Next(4) == 0 ? Draft.LineOf(name, "getVariable('fuse') === 'ok' ? 'well' : broken()") : Draft.Line(name);
        return name;
    }

    private string Merge() => random.Next(6) switch
    {
        0 => Review(),
        1 => Line(),
        2 => Join("WaitAny"),
        3 => Join("WaitAllActive"),
        4 => Join("WaitAll"),
        _ => Join(null),
    };

    private string Join(string? waits)
    {
        var name = Name("j");
        Draft.Join(name, waits);
        return name;
    }

    private string Added(string name, string type, params (string, JsonNode?)[] inputs)
    {
        Draft.Add(name, type, inputs);
        return name;
    }

    private static List<(string, string)> Exits(string step) => step[0] switch
    {
        'c' => [(step, "Granted"), (step, "Refused")],
        'k' => [(step, "Supplied"), (step, "NotSupplied")],
        'p' => [(step, "Ended"), (step, "Expired")],
        'q' => [(step, "Succeeded"), (step, "Failed")],
        _ => [(step, "Done")],
    };

    private void Connect(List<(string Source, string Port)> exits, string target)
    {
        foreach (var (source, port) in exits)
        {
            Draft.Connect(source, port, target);
        }
    }

    private void Back(string source, string port, string target)
    {
        Draft.Connect(source, port, target);
        Draft.Returns!.Add((source, port, target));
    }

    private string Name(string kind) => $"{kind}{++count}";

    private static JsonObject Given(JsonNode value) => FlowDraft.Literal("Object", value);

    private static JsonObject List(string[] items) =>
        new() { ["typeName"] = "Object", ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = new JsonArray([.. items.Select(item => (JsonNode)item)]).ToJsonString() } };
}
