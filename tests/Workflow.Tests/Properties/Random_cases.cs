using ApprovalEngine.Workflow.Runtime;
using CsCheck;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Properties;

/// <summary>Random flows, calendars and acts (issue: nothing lost, nothing doubled). Each step is checked by <see cref="CaseChecks"/>.</summary>
public sealed class Random_cases
{
    private const int Turns = 60;
    private const int Most = 600;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void lose_nothing_and_double_nothing_and_come_to_an_end(bool isFree, bool isNested) => Gen.Int.Sample(seed => { _ = Live(seed, isFree, isNested); }, iter: Rounds.Of(250));

    [Fact]
    public void meet_every_act_there_is()
    {
        var done = Enumerable.Range(1, 200).SelectMany(seed => Live(seed, seed % 2 == 0, seed % 4 == 0).Done.Keys).ToHashSet();

        done.Should().BeEquivalentTo(typeof(Stimulus).GetNestedTypes().Select(type => type.Name).Except(["Start", "TaskResult", "Cancel"]));
    }

    [Fact]
    public void keep_their_state_below_two_kilobytes()
    {
        var sizes = Enumerable.Range(1, 100).SelectMany(seed => Sizes(seed, seed % 2 == 0)).Order().ToList();

        sizes[sizes.Count / 2].Should().BeLessThan(1300);
        sizes[sizes.Count * 95 / 100].Should().BeLessThan(2048);
    }

    private static List<int> Sizes(int seed, bool isFree)
    {
        var random = new Random(seed);
        var play = new CasePlay(new CaseDrawing(random, isFree, isNested: false), random);
        Live(play, new RandomActs(play, random));
        return play.Sizes;
    }

    private static RandomActs Live(int seed, bool isFree, bool isNested)
    {
        var random = new Random(seed);
        var play = new CasePlay(new CaseDrawing(random, isFree, isNested), random);
        var acts = new RandomActs(play, random);
        try
        {
            Live(play, acts);
            return acts;
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"seed {seed}: {failure.Message}\n{play.Story()}", failure);
        }
    }

    private static void Live(CasePlay play, RandomActs acts)
    {
        play.Do("clerk", new Stimulus.Start());
        for (var turn = 0; play.IsOpen && turn < Turns; turn++)
        {
            acts.Turn();
        }

        for (var step = 0; play.IsOpen && step < Most; step++)
        {
            acts.Advance();
        }

        play.State.SubStatus.Should().Be(FlowSubStatus.Finished);
        CaseChecks.Same(FlowStateJson.Write(Replayed(play)), FlowStateJson.Write(play.State), "the journal gives the same state");
    }

    private static FlowState Replayed(CasePlay play) => play.Journal.Aggregate(FlowState.New, (state, entry) => Interpreter.Advance(entry.Flow, state, entry.Stimulus, entry.Context).State);
}
