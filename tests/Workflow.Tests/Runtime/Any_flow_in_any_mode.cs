using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>Flows that nobody would draw, resumed at random.</summary>
public sealed class Any_flow_in_any_mode
{
    private const int Flows = 500;
    private static readonly FlowContext Context = TrialContext.At(DateTimeOffset.UnixEpoch, "mei");

    private static readonly Lazy<IReadOnlyList<string>> Definitions =
        new(() => [.. new[] { "counter", "token", "waits", "named", "nested", "safe" }.SelectMany(ConformanceFile.Read).Select(@case => @case.DefinitionText)]);

    [Fact]
    public void goes_on_from_its_stored_state_exactly_as_from_the_one_in_memory()
    {
        var steps = 0;
        for (var seed = 0; seed < Flows; seed++)
        {
            var random = new Random(seed);
            if (MangledFlow.Of(Definitions.Value[random.Next(Definitions.Value.Count)], random) is not { } flow)
            {
                continue;
            }

            var inMemory = FlowState.New;
            var stored = FlowState.New;
            Stimulus? stimulus = new Stimulus.Start(new JsonObject { ["who"] = "Ann" });
            for (var step = 0; step < 8 && stimulus is not null; step++, steps++)
            {
                inMemory = Step(flow, inMemory, stimulus);
                stored = Step(flow, stored, stimulus);
                var json = FlowStateJson.Write(inMemory);
                FlowStateJson.Write(stored).Should().Be(json, "seed {0}, step {1}", seed, step);
                stored = FlowStateJson.Read(json);
                RequireNoHang(inMemory, flow, seed);
                stimulus = Next(inMemory, flow, random);
            }
        }

        steps.Should().BeGreaterThan(Flows);
    }

    private static void RequireNoHang(FlowState state, CompiledFlow flow, int seed)
    {
        if (flow.Mode == FlowMode.Safe && state.Status == FlowStatus.Running)
        {
            (state.Bookmarks.Length + state.Timers.Length + state.Incidents.Length).Should().BePositive("a flow in safe mode waits for something (seed {0})", seed);
        }
    }

    private static FlowState Step(CompiledFlow flow, FlowState state, Stimulus stimulus)
    {
        try
        {
            return Interpreter.Advance(flow, state, stimulus, Context).State;
        }
        catch (ActRefusedException)
        {
            return state;
        }
    }

    private static Stimulus? Next(FlowState state, CompiledFlow flow, Random random)
    {
        if (state.Bookmarks.IsEmpty)
        {
            return null;
        }

        var place = state.Bookmarks[random.Next(state.Bookmarks.Length)];
        return (random.Next(12), place.Kind) switch
        {
            (0, _) => new Stimulus.Cancel(),
            (1 or 2, _) when flow.Mode == FlowMode.Safe => new Stimulus.ReturnTo(flow.Activities.Keys.ElementAt(random.Next(flow.Activities.Count))),
            (_, "Elsa.Event") => new Stimulus.EventReceived(place.Name!, "payload"),
            _ => new Stimulus.TaskResult(place.Name ?? "", "ok"),
        };
    }
}
