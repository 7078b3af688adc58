using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Tests.Definitions;

/// <summary>A definition with which anything was done: other types, nulls, doubled ids, cycles, depth, size, hostile expressions. The same seed gives the same text.</summary>
internal static class MutatedDefinition
{
    private static readonly string[] Scraps =
    [
        "null", "true", "0", "-1", "1e999", "\"\"", "\"x\"", "\"\\u0000\"", "\"Elsa.Flowchart\"", "\"Elsa.NotFoundActivity\"", "\"start\"", "[]", "[null]", "[[]]", "[\"x\"]", "{}",
        """{"id":"x","type":"Elsa.If"}""", """{"type":"JavaScript","value":"("}""", """{"activity":"x"}""", """{"expression":{"type":"Object","value":[1]}}""", """{"id":5}""",
    ];

    private static readonly string[] Types =
    [
        "Elsa.Flowchart", "Elsa.Sequence", "Elsa.Parallel", "Elsa.While", "Elsa.For", "Elsa.ForEach", "Elsa.ParallelForEach", "Elsa.Switch", "Elsa.FlowSwitch", "Elsa.FlowJoin", "Elsa.Break", "Elsa.Complete",
        "Elsa.RunJavaScript", "Elsa.ExecuteWorkflow", "Elsa.DispatchWorkflow", "Elsa.BulkDispatchWorkflows", "Elsa.SendHttpRequest", "Elsa.FlowSendHttpRequest", "Elsa.HttpEndpoint", "Elsa.Cron",
        "Elsa.Delay", "Approval.ReviewTask", "Approval.CloseCase", "Approval.PromiseClock", "Acme.Unknown", "",
    ];

    // What runs until a counted limit bites: each takes a while.
    private static readonly string[] Endless =
    [
        "while(true){}", "let s = 'x'; while(true) s += s;", "'x'.repeat(1e9)", "Array.from({length: 1e7}, x => x)", "2n ** (2n ** 40n)", "(async () => { while(true); })()",
    ];

    private static readonly string[] Scripts =
    [
        "(function f(){ f() })()", "let a = {}; a.a = a; a", "let d = []; for (let i = 0; i < 100; i++) d = [d]; d", "({}).constructor.constructor('return process')()", "Object.prototype.x = 1; throw null", "setVariable('a', {a: [[[]]]}); getVariable('a')",
        "setOutcomes(['Done', 'Done', 'x'])", "'\\u0000'", "Symbol()", "-0", "new Date(NaN)", "variables.__proto__ = null", "[1,2,,3]", "import('x')", "eval('1')", "((((",
    ];

    private static readonly string[] Templates =
    [
        "{% for i in (1..100000000) %}x{% endfor %}", "{% assign s = 'x' %}{% for i in (1..40) %}{% assign s = s | append: s %}{% endfor %}{{ s }}", "{{ 1 | divided_by: 0 }}", "{% include 'x' %}", "{{", "{{ a.b.c[0] }}",
    ];

    /// <summary>The text that one to four mutations make of a definition.</summary>
    public static string Of(string whole, int seed)
    {
        var random = new Random(seed);
        var document = JsonNode.Parse(whole)!;
        for (var left = random.Next(1, 5); left > 0; left--)
        {
            Mutate(document, random);
        }

        return document.ToJsonString(new JsonSerializerOptions { MaxDepth = 2_000 });
    }

    private static void Mutate(JsonNode document, Random random)
    {
        var nodes = Nodes(document).Where(node => node.Parent is not null).ToList();
        if (nodes.Count == 0)
        {
            return;
        }

        var node = nodes[random.Next(nodes.Count)];
        switch (random.Next(11))
        {
            case 0:
                Remove(node);
                break;
            case 1 or 2:
                node.ReplaceWith(JsonNode.Parse(Scraps[random.Next(Scraps.Length)]));
                break;
            case 3:
                // Another part of the document in its place: activities within themselves, ids that stand twice, inputs where texts were.
                node.ReplaceWith(nodes[random.Next(nodes.Count)].DeepClone());
                break;
            case 4:
                Repeat(nodes, random, 1);
                break;
            case 5:
                Repeat(nodes, random, random.Next(20) == 0 ? 600 : 5);
                break;
            case 6 when random.Next(5) == 0:
                // Most of these go round without waiting until the budget of a step is spent, which takes a while.
                Connect(nodes, random);
                break;
            case 6 or 7:
                Deepen(nodes, node, random);
                break;
            case 8 or 9:
                Express(nodes, random);
                break;
            default:
                Retype(nodes, random);
                break;
        }
    }

    private static void Remove(JsonNode node)
    {
        if (node.Parent is JsonObject owner)
        {
            owner.Remove(node.GetPropertyName());
        }
        else
        {
            node.Parent!.AsArray().Remove(node);
        }
    }

    private static void Repeat(List<JsonNode> nodes, Random random, int times)
    {
        if (Any(nodes.OfType<JsonArray>().Where(list => list.Count > 0), random) is { } list)
        {
            var item = list[random.Next(list.Count)];
            for (var copy = 0; copy < times; copy++)
            {
                list.Add(item?.DeepClone());
            }
        }
    }

    private static void Connect(List<JsonNode> nodes, Random random)
    {
        if (Any(nodes.OfType<JsonObject>().Where(json => json["activities"] is JsonArray { Count: > 0 } && json["connections"] is JsonArray), random) is not { } chart)
        {
            return;
        }

        var activities = chart["activities"]!.AsArray();
        for (var left = random.Next(1, 6); left > 0; left--)
        {
            chart["connections"]!.AsArray().Add((JsonNode)new JsonObject
            {
                ["source"] = new JsonObject { ["activity"] = (activities[random.Next(activities.Count)] as JsonObject)?["id"]?.DeepClone(), ["port"] = random.Next(3) == 0 ? "True" : "Done" },
                ["target"] = new JsonObject { ["activity"] = (activities[random.Next(activities.Count)] as JsonObject)?["id"]?.DeepClone() },
            });
        }
    }

    /// <summary>Wraps something in many levels: containers where it is an activity, else lists.</summary>
    private static void Deepen(List<JsonNode> nodes, JsonNode node, Random random)
    {
        var levels = random.Next(4) == 0 ? random.Next(60, 300) : random.Next(1, 30);
        var target = random.Next(2) == 0 ? Any(nodes.OfType<JsonObject>().Where(IsActivity), random) ?? node : node;
        var inner = target.DeepClone();
        for (var level = 0; level < levels; level++)
        {
            inner = target is JsonObject json && IsActivity(json)
                ? new JsonObject { ["id"] = $"deep-{level}", ["type"] = level % 2 == 0 ? "Elsa.Sequence" : "Elsa.Parallel", ["activities"] = new JsonArray(inner) }
                : new JsonArray(inner);
        }

        target.ReplaceWith(inner);
    }

    private static void Express(List<JsonNode> nodes, Random random)
    {
        if (Any(nodes.OfType<JsonObject>().Where(json => json.ContainsKey("value") && json.ContainsKey("type")), random) is { } expression)
        {
            var isScript = random.Next(4) != 0;
            expression["type"] = isScript ? "JavaScript" : "Liquid";
            var texts = !isScript ? Templates : random.Next(10) == 0 ? Endless : Scripts;
            expression["value"] = texts[random.Next(texts.Length)];
        }
    }

    private static void Retype(List<JsonNode> nodes, Random random)
    {
        if (Any(nodes.OfType<JsonObject>().Where(IsActivity), random) is { } activity)
        {
            activity["type"] = Types[random.Next(Types.Length)];
        }
    }

    private static bool IsActivity(JsonObject json) => json.ContainsKey("id") && json["type"]?.GetValueKind() == JsonValueKind.String;

    private static T? Any<T>(IEnumerable<T> from, Random random)
        where T : class => from.ToList() is { Count: > 0 } list ? list[random.Next(list.Count)] : null;

    private static IEnumerable<JsonNode> Nodes(JsonNode whole)
    {
        var left = new Stack<JsonNode>([whole]);
        while (left.TryPop(out var node))
        {
            yield return node;
            foreach (var member in node is JsonObject json ? json.Select(member => member.Value) : node as JsonArray ?? Enumerable.Empty<JsonNode?>())
            {
                if (member is not null)
                {
                    left.Push(member);
                }
            }
        }
    }
}
