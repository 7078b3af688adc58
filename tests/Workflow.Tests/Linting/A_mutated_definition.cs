using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Linting;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Definitions;
using ApprovalEngine.Workflow.Tests.Descriptors;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Linting;

/// <summary>Whatever is done to a definition: it is refused with its place, or read, looked at and run within limits without a fault.</summary>
public sealed class A_mutated_definition
{
    private const int Count = 10_000;

    // Far beyond what ten thousand take; a single one that hangs is named.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string[] Wholes =
    [
        Draft.OfAnItem().Definition().ToJson(), Golden.Read("definition-export").ToJsonString(), Golden.Read("definition-consumer-save-publish").ToJsonString(), Golden.Read("definition-save-draft").ToJsonString(),
        .. ConformanceDefinitions.Of("named").Take(20), .. ConformanceDefinitions.Of("counter").Take(6), .. ConformanceDefinitions.Of("nested").Take(12), .. ConformanceDefinitions.Of("waits").Take(6),
        .. ConformanceDefinitions.Of("token").Take(6), .. ConformanceDefinitions.Of("safe").Take(12), .. ConformanceDefinitions.Of("expressions").Take(20),
    ];

    [Fact]
    public async Task ends_in_a_located_error_or_runs_within_limits()
    {
        var (refused, ran, under) = (0, 0, new ConcurrentDictionary<int, bool>());
        var all = Task.Run(() => Parallel.For(0, Count, seed =>
        {
            under[seed] = true;
            if (Outcome(seed))
            {
                Interlocked.Increment(ref ran);
            }
            else
            {
                Interlocked.Increment(ref refused);
            }

            under.TryRemove(seed, out _);
        }));

        (await Task.WhenAny(all, Task.Delay(Patience, TestContext.Current.CancellationToken))).Should().Be(all, "no seed hangs; under way are {0}", string.Join(", ", under.Keys));
        await all;
        (refused, ran).Should().Match<(int Refused, int Ran)>(counts => counts.Refused > Count / 4 && counts.Ran > Count / 4, "both ends are met often enough to mean something");
    }

    /// <summary>Whether it ran.</summary>
    private static bool Outcome(int seed)
    {
        var json = MutatedDefinition.Of(Wholes[seed % Wholes.Length], seed);
        try
        {
            return Runs(json);
        }
        catch (FlowFormatException fault) when (fault.Path.Length > 0)
        {
            return false;
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"Seed {seed}: {json[..Math.Min(json.Length, 4_000)]}", fault);
        }
    }

    private static bool Runs(string json)
    {
        var definition = FlowDefinition.Parse(json);
        var findings = Linter.Check(definition);
        findings.Should().NotContain(finding => finding.Code.Length == 0 || finding.Sentence.En.Length == 0);
        InterchangeReport.Of(definition);
        JsonNode.DeepEquals(FlowDefinition.Parse(definition.ToJson()).Document, definition.Document).Should().BeTrue();
        CompiledFlow flow;
        try
        {
            flow = CompiledFlow.Compile(definition);
        }
        catch (FlowFormatException) when (findings.Any(finding => finding.Code is FindingCodes.BrokenForm or FindingCodes.DuplicateId))
        {
            // What cannot be compiled is what the linter has told.
            return false;
        }

        foreach (var node in flow.Activities.Values)
        {
            ActivityPorts.Of(node);
        }

        Run(flow);
        return true;
    }

    /// <summary>A step of it ends in a state: a fault inside is an incident, a person's act is refused. What goes round without end ends with the step's budget, which is small here, for ten thousand do.</summary>
    private static void Run(CompiledFlow flow)
    {
        var context = TrialContext.At(new DateTimeOffset(2026, 1, 5, 2, 0, 0, TimeSpan.Zero)) with { Budget = new StepBudget(200, 20_000) };
        var state = Advance(flow, FlowState.New, new Stimulus.Start(), context);
        foreach (var bookmark in state.Bookmarks.Take(3))
        {
            state = Advance(flow, state, bookmark.Kind == "Elsa.Event" ? new Stimulus.EventReceived(bookmark.Name ?? "") : new Stimulus.TaskResult(bookmark.Name ?? "", "a"), context);
        }

        foreach (var task in state.Tasks.Take(3))
        {
            state = Advance(flow, state, new Stimulus.CompleteTask(task.Id, task.Outcomes[0]), context);
        }

        foreach (var call in state.Calls.Take(3))
        {
            state = Advance(flow, state, new Stimulus.ServiceAnswered(call.Id, call.Id % 2 == 0, new JsonObject { ["status"] = 200 }), context);
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
        catch (ExpressionException fault) when (fault.IsWallTime)
        {
            // The last guard, on a machine that is busy: nothing was done, and the step can be repeated.
            return state;
        }
    }
}
