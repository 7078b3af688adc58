using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Calendars;
using CsCheck;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>Safe rule 6, which no conformance case covers: what fires beside the running flow changes nothing of it.</summary>
public sealed class Random_reviews_under_the_clock
{
    [Fact]
    public void run_as_their_blocks_say_however_late_their_answers_are() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            var blocks = new Blocks(random, depth: 2, hasReviews: true);
            var trial = new Trial(blocks.Draft.Compile(), China.Calendar) { Now = China.At("2026-02-02 10:00") }.Do(new Stimulus.Start());
            var results = new Dictionary<string, List<string>>();
            var late = 0;
            for (var acts = 0; trial.State.Status == FlowStatus.Running; acts++)
            {
                trial.State.Tasks.Should().NotBeEmpty();
                trial.State.Timers.Select(timer => timer.ActivityId).Should().BeSubsetOf(trial.State.Tasks.Select(task => task.ActivityId));
                if (trial.State.Timers.MinBy(timer => timer.DueAt) is { } timer && random.Next(3) == 0)
                {
                    trial.Now = timer.DueAt;
                    trial.Do(new Stimulus.TimerDue(timer.Key)).Matched.Should().Be(1);
                    trial.State.Tasks.Should().Contain(task => task.ActivityId == timer.ActivityId);
                    late++;
                    continue;
                }

                var task = trial.State.Tasks[random.Next(trial.State.Tasks.Length)];
                var result = blocks.Answer(task.ActivityId, isLate: acts > 150);
                results.TryAdd(task.ActivityId, []);
                results[task.ActivityId].Add(result);
                trial.Do(new Stimulus.CompleteTask(task.Id, "Done", new JsonObject { [task.ActivityId] = result }));
            }

            trial.State.SubStatus.Should().Be(FlowSubStatus.Finished);
            trial.State.Timers.Should().BeEmpty();
            trial.Runs.Where(run => run.Key[0] != 'x').Should().BeEquivalentTo(ExpectedRuns.Of(blocks, results));
            trial.Runs.Where(run => run.Key[0] == 'x').Sum(run => run.Value).Should().Be(late);
        },
        iter: 150);

    [Fact]
    public void are_told_with_their_due_moment_when_they_open()
    {
        var trial = new Trial(new FlowDraft().Start().Review("t", 2).Draw("start > t").Compile(), China.Calendar) { Now = China.At("2026-02-02 10:00") }.Do(new Stimulus.Start());

        trial.Effects.OfType<Effect.TaskOpened>().Single().Task.StepDueAt.Should().Be(China.At("2026-02-04 17:30"));
    }
}
