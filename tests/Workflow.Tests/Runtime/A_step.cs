using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Runtime;
using CsCheck;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class A_step
{
    private static readonly FlowContext Context = TrialContext.At(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void gives_the_same_answer_to_the_same_question_and_leaves_its_state_alone() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            var blocks = new Blocks(random, depth: 3);
            var flow = blocks.Draft.Compile();
            var state = FlowState.New;
            Stimulus stimulus = new Stimulus.Start();
            for (var acts = 0; state.Status == FlowStatus.Running && acts < 40; acts++)
            {
                var before = FlowStateJson.Write(state);

                var once = Interpreter.Advance(flow, state, stimulus, Context);
                var again = Interpreter.Advance(flow, FlowStateJson.Read(before), stimulus, Context);

                FlowStateJson.Write(state).Should().Be(before);
                FlowStateJson.Write(again.State).Should().Be(FlowStateJson.Write(once.State));
                again.Effects.Should().BeEquivalentTo(once.Effects, options => options.WithStrictOrdering().RespectingRuntimeTypes());
                state = once.State;
                var open = state.Bookmarks.Select(place => place.ActivityId).Order().ToList();
                var task = open.Count == 0 ? "" : open[random.Next(open.Count)];
                stimulus = new Stimulus.TaskResult(task, blocks.Answer(task, isLate: false));
            }
        },
        iter: 100);

    [Fact]
    public void that_meets_nothing_changes_nothing()
    {
        var trial = Trial.Of(new FlowDraft().Start().Task("a").Line("end").Draw("start > a > end"));
        var before = trial.State;

        var transition = Interpreter.Advance(trial.Flow, before, new Stimulus.TaskResult("b"), Context);

        transition.Matched.Should().Be(0);
        transition.Effects.Should().BeEmpty();
        transition.State.Should().BeSameAs(before);
    }

    [Fact]
    public void that_would_never_wait_ends_as_a_fault()
    {
        var trial = Trial.Of(new FlowDraft(mode: null).Start().Line("a").Draw("start > a > a"));

        trial.State.SubStatus.Should().Be(FlowSubStatus.Faulted);
        trial.State.Incidents.Should().ContainSingle(incident => incident.ActivityId == "a");
    }

    [Fact]
    public void of_an_instance_that_has_ended_is_refused_to_a_person()
    {
        var trial = Trial.Of(new FlowDraft().Start().Line("a").Draw("start > a"));

        trial.Invoking(ended => ended.Return("a")).Should().Throw<ActRefusedException>().Which.Code.Should().Be("CaseEnded");
    }
}
