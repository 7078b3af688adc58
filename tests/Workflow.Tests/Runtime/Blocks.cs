namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>A block of a structured flow, and how its activities follow from it.</summary>
internal abstract record Block
{
    public sealed record Step(string Activity) : Block;

    public sealed record Row(IReadOnlyList<Block> Parts) : Block;

    public sealed record Split(string? Question, string Parting, IReadOnlyDictionary<string, Block> Branches, string Merge) : Block;

    public sealed record Loop(Block Body, string Question, string Decision, Block? Again) : Block;
}

/// <summary>What may be answered at a task.</summary>
internal sealed record Answers(string Kind, string[] Values, bool MayMatchNone);

/// <summary>A random tree of blocks and the safe flowchart that draws it; after the idea of the specification's own model.</summary>
internal sealed class Blocks
{
    private readonly Random random;
    private readonly bool hasRaces;
    private readonly bool hasReviews;
    private int count;

    public Blocks(Random random, int depth, bool hasRaces = false, bool hasReviews = false)
    {
        this.random = random;
        this.hasRaces = hasRaces;
        this.hasReviews = hasReviews;
        Draft.Start();
        var whole = Make(depth);
        Tree = whole.Tree;
        Draft.Line("last");
        Draft.Connect("start", "Done", whole.Entry);
        Draft.Connect(whole.Last, whole.Port, "last");
        if (random.Next(2) == 0)
        {
            Draft.End();
            Draft.Connect("last", "Done", "end");
        }
    }

    public FlowDraft Draft { get; } = new();

    public Block Tree { get; }

    public Dictionary<string, Answers> Questions { get; } = [];

    /// <summary>The connections that lead back.</summary>
    public HashSet<(string Source, string Port, string Target)> Back { get; } = [];

    public bool HasEnd => Draft.Activities.Exists(activity => (string?)activity["id"] == "end");

    /// <summary>Draws connections back from tasks to earlier steps, as a person would in the designer.</summary>
    public void DrawRework(Func<string, string, bool> isBefore)
    {
        var steps = Draft.Activities.Where(activity => (string?)activity["type"] is not ("Elsa.Start" or "Elsa.End")).Select(activity => (string)activity["id"]!).ToList();
        var tasks = steps.Where(step => step.StartsWith('t') && !Questions.ContainsKey(step)).ToArray();
        random.Shuffle(tasks);
        foreach (var task in tasks.Take(3))
        {
            var earlier = steps.Where(step => step == task || ("tfwj".Contains(step[0], StringComparison.Ordinal) && isBefore(step, task))).ToList();
            var decision = Name("d");
            Draft.Decision(decision, task);
            for (var i = 0; i < Draft.Connections.Count; i++)
            {
                var connection = Draft.Connections[i];
                if (connection is (var source, "Done", var target) && source == task)
                {
                    Draft.Connections[i] = (decision, "True", target);
                    if (Back.Remove(connection))
                    {
                        Back.Add(Draft.Connections[i]);
                    }
                }
            }

            Draft.Connect(task, "Done", decision);
            Draft.Connect(decision, "False", earlier[random.Next(earlier.Count)]);
            Back.Add(Draft.Connections[^1]);
            Questions[task] = new Answers("redo", ["ok", "no"], false);
        }
    }

    /// <summary>A random result for a task; when it grows late, one that leads on.</summary>
    public string Answer(string task, bool isLate)
    {
        var question = Questions.GetValueOrDefault(task, new Answers("step", ["ok"], false));
        switch (question.Kind)
        {
            case "loop" or "redo":
                return isLate || random.NextDouble() < 0.6 ? "ok" : "no";
            case "step":
                return "ok";
            case var _ when question.MayMatchNone && random.NextDouble() < 0.2:
                return "none";
            case "one":
                return question.Values[random.Next(question.Values.Length)];
            default:
                var values = question.Values.ToArray();
                random.Shuffle(values);
                return string.Concat(values.Take(random.Next(1, values.Length + 1)).Order());
        }
    }

    private Part Make(int depth)
    {
        var draw = random.NextDouble();
        return (depth, draw) switch
        {
            (0, _) or (_, < 0.2) => Leaf(),
            (_, < 0.42) => Row([.. Enumerable.Range(0, random.Next(2, 4)).Select(_ => Make(depth - 1))]),
            (_, < 0.84) => Split(depth),
            _ => Loop(depth),
        };
    }

    private Part Leaf()
    {
        var name = random.NextDouble() < 0.3 ? Line() : Task();
        return new Part(name, name, "Done", new Block.Step(name));
    }

    private Part Row(Part[] parts)
    {
        foreach (var (before, after) in parts.Zip(parts.Skip(1)))
        {
            Draft.Connect(before.Last, before.Port, after.Entry);
        }

        return new Part(parts[0].Entry, parts[^1].Last, parts[^1].Port, new Block.Row([.. parts.Select(part => part.Tree)]));
    }

    private Part Split(int depth)
    {
        string[] kinds = ["fork", "fork", "one", "some", .. hasRaces ? new[] { "race" } : []];
        var kind = kinds[random.Next(kinds.Length)];
        string[] ports = [.. Enumerable.Range(1, random.Next(2, 4)).Select(port => $"B{port}")];
        var question = kind is "one" or "some" ? Task() : null;
        var parting = question is null ? Name("f") : Name("s");
        if (question is null)
        {
            Draft.Fork(parting, ports);
        }
        else
        {
            Draft.Switch(parting, question, ports.Select(port => (port, Matching(kind, port, ports))), kind == "one" ? "MatchFirst" : "MatchAny");
            Draft.Connect(question, "Done", parting);
        }

        var branches = ports.ToDictionary(port => port, _ => Make(depth - 1));
        var merge = kind == "race" ? Join("WaitAny") : Merge();
        var order = ports.ToArray();
        random.Shuffle(order);
        foreach (var port in order)
        {
            Draft.Connect(parting, port, branches[port].Entry);
            Draft.Connect(branches[port].Last, branches[port].Port, merge);
        }

        if (question is not null)
        {
            var hasDefault = random.NextDouble() < 0.3;
            Questions[question] = new Answers(kind, ports, hasDefault);
            if (hasDefault)
            {
                Draft.Connect(parting, "Default", merge);
            }
        }

        return new Part(question ?? parting, merge, "Done", new Block.Split(question, parting, branches.ToDictionary(branch => branch.Key, branch => branch.Value.Tree), merge));
    }

    private Part Loop(int depth)
    {
        var body = Make(depth - 1);
        var question = Task();
        var decision = Name("d");
        Draft.Decision(decision, question);
        Draft.Connect(body.Last, body.Port, question);
        Draft.Connect(question, "Done", decision);
        var again = random.Next(2) == 0 ? Make(depth - 1) : null;
        if (again is not null)
        {
            Draft.Connect(decision, "False", again.Entry);
        }

        Draft.Connect(again?.Last ?? decision, again?.Port ?? "False", body.Entry);
        Back.Add(Draft.Connections[^1]);
        Questions[question] = new Answers("loop", ["ok", "no"], false);
        return new Part(body.Entry, decision, "True", new Block.Loop(body.Tree, question, decision, again?.Tree));
    }

    /// <summary>The answers that choose a port: itself, or every combination of ports that holds it.</summary>
    private static string[] Matching(string kind, string port, string[] ports) => kind == "one"
        ? [port]
        : [.. Enumerable.Range(1, (1 << ports.Length) - 1).Select(mask => ports.Where((_, index) => (mask & (1 << index)) != 0).ToList()).Where(chosen => chosen.Contains(port)).Select(chosen => string.Concat(chosen))];

    private string Merge() => random.Next(5) switch
    {
        0 => Line(),
        1 => Task(),
        2 => Join("WaitAll"),
        3 => Join("WaitAllActive"),
        _ => Join(null),
    };

    private string Join(string? waits)
    {
        var name = Name("j");
        Draft.Join(name, waits);
        return name;
    }

    private string Line()
    {
        var name = Name("w");
        Draft.Line(name);
        return name;
    }

    private string Task()
    {
        var name = Name("t");
        if (hasReviews)
        {
            // Overdue leads beside the running flow, to a line of its own.
            Draft.Review(name, stepLimitDays: 2).Line("x" + name).Connect(name, "Overdue", "x" + name);
        }
        else
        {
            Draft.Task(name);
        }

        return name;
    }

    private string Name(string kind) => $"{kind}{++count}";

    private sealed record Part(string Entry, string Last, string Port, Block Tree);
}
