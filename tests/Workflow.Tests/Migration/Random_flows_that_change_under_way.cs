using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Migration;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Calendars;
using ApprovalEngine.Workflow.Tests.Runtime;
using CsCheck;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Migration;

/// <summary>Migration at any moment of any structured flow: nothing is lost, doubled or done again.</summary>
public sealed class Random_flows_that_change_under_way
{
    [Fact]
    public void are_not_changed_by_a_migration_to_the_same() => Sample((trial, first, random) =>
    {
        var before = FlowStateJson.Write(trial.State);

        trial.Migrate(trial.Flow, MigrationMapping.SameIds);

        FlowStateJson.Write(trial.State).Should().Be(before);
        trial.Effects.Should().BeEmpty();
    });

    [Fact]
    public void come_back_from_another_version_as_they_went() => Sample((trial, first, random) =>
    {
        var before = FlowStateJson.Write(trial.State);
        var flow = trial.Flow;

        trial.Migrate(Versions.Renamed(flow), Versions.ToRenamed(flow)).Migrate(flow, Versions.FromRenamed(flow));

        FlowStateJson.Write(trial.State).Should().Be(before);
    });

    [Fact]
    public void end_as_their_blocks_say_in_whichever_version() => Sample(
        (trial, first, random) =>
        {
            var isFirst = trial.Flow == first;
            trial.Migrate(isFirst ? Versions.Renamed(first) : first, isFirst ? Versions.ToRenamed(first) : Versions.FromRenamed(first));
            trial.Effects.Should().NotContain(effect => effect is Effect.TaskOpened || effect is Effect.TaskClosed, "no work is closed or asked for twice");
        });

    [Fact]
    public void end_as_their_blocks_say_when_steps_come_and_go_between() => Sample(
        (trial, first, random) => trial.Migrate(trial.Flow == first ? Versions.WithLines(first, random) : first, MigrationMapping.SameIds));

    private static void Sample(Action<Trial, CompiledFlow, Random> move) => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            var blocks = new Blocks(random, depth: 2, hasReviews: true);
            var trial = new Trial(blocks.Draft.Compile(), China.Calendar) { Now = China.At("2026-02-02 10:00") }.Do(new Stimulus.Start());
            var first = trial.Flow;
            var results = new Dictionary<string, List<string>>();
            var late = 0;
            for (var acts = 0; trial.State.Status == FlowStatus.Running; acts++)
            {
                trial.State.Tasks.Should().NotBeEmpty("an open case always waits for somebody");
                var (timers, tasks) = (trial.State.Timers.Select(timer => (timer.Key, timer.DueAt)).ToList(), trial.State.Tasks.Select(task => task.Id).ToList());
                if (random.Next(3) == 0)
                {
                    move(trial, first, random);
                    trial.State.Timers.Select(timer => (timer.Key, timer.DueAt)).Should().BeEquivalentTo(timers, "what has fired is not armed again, and nothing moves");
                    trial.State.Tasks.Select(task => task.Id).Should().Equal(tasks);
                }

                if (trial.State.Timers.MinBy(timer => timer.DueAt) is { } timer && random.Next(3) == 0)
                {
                    trial.Now = timer.DueAt;
                    trial.Do(new Stimulus.TimerDue(timer.Key)).Matched.Should().Be(1);
                    late++;
                    continue;
                }

                var task = trial.State.Tasks[random.Next(trial.State.Tasks.Length)];
                var step = Versions.Plain(task.ActivityId);
                var result = blocks.Answer(step, isLate: acts > 150);
                results.TryAdd(step, []);
                results[step].Add(result);
                trial.Do(new Stimulus.CompleteTask(task.Id, "Done", new JsonObject { [step] = result }));
            }

            var runs = trial.Runs.Where(run => run.Key[0] != 'n').GroupBy(run => Versions.Plain(run.Key)).ToDictionary(group => group.Key, group => group.Sum(run => run.Value));
            runs.Where(run => run.Key[0] != 'x' && run.Key != "flow-1").Should().BeEquivalentTo(ExpectedRuns.Of(blocks, results).Where(run => run.Key != "flow-1"));
            runs.Where(run => run.Key[0] == 'x').Sum(run => run.Value).Should().Be(late);
        },
        iter: 150);
}
