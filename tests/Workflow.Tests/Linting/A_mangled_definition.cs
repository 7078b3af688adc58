using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using ApprovalEngine.Workflow.Linting;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Definitions;
using ApprovalEngine.Workflow.Tests.Descriptors;
using CsCheck;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Linting;

/// <summary>Whatever is done to a definition: it is refused with its place, or read and looked at without a fault.</summary>
public sealed class A_mangled_definition
{
    private static readonly string[] Wholes =
    [
        Draft.OfAnItem().Definition().ToJson(), Golden.Read("definition-export").ToJsonString(),
        .. ConformanceDefinitions.Of("nested").Take(12), .. ConformanceDefinitions.Of("safe").Take(6), .. ConformanceDefinitions.Of("expressions").Take(3),
    ];

    private static readonly Gen<string> Scrap = Gen.OneOf(
        "null", "true", "0", "-1", "1e999", "\"\"", "\"x\"", "\"Elsa.Flowchart\"", "\"Elsa.NotFoundActivity\"", "\"start\"", "[]", "[null]", "[[]]", "[\"x\"]", "{}",
        """{"id":"x","type":"Elsa.If"}""", """{"type":"JavaScript","value":"("}""", """{"activity":"x"}""", """{"expression":{"type":"Object","value":[1]}}""", """{"id":5}""");

    [Fact]
    public void ends_in_a_located_error_or_is_looked_at_without_a_fault() =>
        Gen.Select(Gen.Int[0, Wholes.Length - 1], Gen.Select(Gen.UInt, Scrap, Gen.Int[0, 3]).Array[1, 4])
            .Sample((whole, changes) => Outcome(Mangle(Wholes[whole], changes)), iter: 1_500);

    private static string Mangle(string whole, (uint Place, string Scrap, int Way)[] changes)
    {
        var document = JsonNode.Parse(whole)!;
        foreach (var (place, scrap, way) in changes)
        {
            var nodes = Nodes(document).ToList();
            var node = nodes[(int)(place % nodes.Count)];
            switch (node.Parent)
            {
                case JsonObject owner when way == 0:
                    owner.Remove(node.GetPropertyName());
                    break;
                case JsonObject owner:
                    owner[node.GetPropertyName()] = JsonNode.Parse(scrap);
                    break;
                case JsonArray list when way == 0:
                    list.Remove(node);
                    break;
                case JsonArray list when way == 1:
                    list.Add(node.DeepClone());
                    break;
                case JsonArray list:
                    list[node.GetElementIndex()] = JsonNode.Parse(scrap);
                    break;
            }
        }

        return document.ToJsonString();
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node)
    {
        var members = node switch
        {
            JsonObject json => json.Select(member => member.Value),
            JsonArray items => items,
            _ => [],
        };
        return members.OfType<JsonNode>().SelectMany(Nodes).Prepend(node);
    }

    private static void Outcome(string json)
    {
        FlowDefinition definition;
        try
        {
            definition = FlowDefinition.Parse(json);
        }
        catch (FlowFormatException fault) when (fault.Path.Length > 0)
        {
            return;
        }

        var findings = Linter.Check(definition);
        InterchangeReport.Of(definition);
        FlowDefinition.Parse(definition.ToJson());
        try
        {
            var flow = CompiledFlow.Compile(definition);
            foreach (var node in flow.Activities.Values)
            {
                ActivityPorts.Of(node);
            }

            Run(flow);
        }
        catch (FlowFormatException) when (findings.Any(finding => finding.Code is FindingCodes.BrokenForm or FindingCodes.DuplicateId))
        {
            // What cannot be compiled is what the linter has told.
        }
    }

    /// <summary>A step of it ends in a state: a fault inside is an incident, a person's act is refused.</summary>
    private static void Run(CompiledFlow flow)
    {
        var context = TrialContext.At(new DateTimeOffset(2026, 1, 5, 2, 0, 0, TimeSpan.Zero));
        var state = Advance(flow, FlowState.New, new Stimulus.Start(), context);
        foreach (var bookmark in state.Bookmarks.Take(3))
        {
            state = Advance(flow, state, bookmark.Kind == "Elsa.Event" ? new Stimulus.EventReceived(bookmark.Name ?? "") : new Stimulus.TaskResult(bookmark.Name ?? "", "a"), context);
        }

        foreach (var task in state.Tasks.Take(3))
        {
            state = Advance(flow, state, new Stimulus.CompleteTask(task.Id, task.Outcomes[0]), context);
        }

        foreach (var timer in state.Timers.Take(3))
        {
            state = Advance(flow, state, new Stimulus.TimerDue(timer.Key), context with { Now = timer.DueAt });
        }
    }

    private static FlowState Advance(CompiledFlow flow, FlowState state, Stimulus stimulus, FlowContext context)
    {
        try
        {
            return FlowStateJson.Read(FlowStateJson.Write(Interpreter.Advance(flow, state, stimulus, context).State));
        }
        catch (ActRefusedException)
        {
            return state;
        }
    }
}
