using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Runtime.Flowcharts;
using CsCheck;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class Structured_flows_in_safe_mode
{
    private const int MostActs = 400;

    [Fact]
    public void run_exactly_as_their_blocks_say() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            var blocks = new Blocks(random, depth: 3);

            var (trial, results) = Play(blocks, random);

            trial.State.SubStatus.Should().Be(FlowSubStatus.Finished);
            trial.Runs.Should().BeEquivalentTo(ExpectedRuns.Of(blocks, results));
        },
        iter: 300);

    [Fact]
    public void have_the_ways_back_of_their_loops_inferred() => Gen.Int.Sample(
        seed =>
        {
            var blocks = new Blocks(new Random(seed), depth: 3);

            Names(FlowchartGraph.Of(blocks.Draft.Compile().Root).Backward).Should().BeEquivalentTo(blocks.Back);
        },
        iter: 300);

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void never_hang_and_never_end_twice_with_rework_and_returns(bool areMarked, bool haveRaces) => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            var blocks = new Blocks(random, depth: 3, haveRaces);
            var before = FlowchartGraph.Of(blocks.Draft.Compile().Root);
            blocks.DrawRework((step, task) => before.ForwardOf(Activity(before, step)).Contains(Activity(before, task)));
            blocks.Draft.Returns = areMarked ? [.. blocks.Draft.Connections.Where(blocks.Back.Contains)] : null;

            var (trial, _) = Play(blocks, random, returns: 0.1);

            trial.State.SubStatus.Should().Be(FlowSubStatus.Finished);

            // Where an inferred direction was a choice, the linter warns: a wrong one can end a flow twice.
            if (areMarked || !FlowchartGraph.Of(trial.Flow.Root).IsAmbiguous)
            {
                trial.Runs["last"].Should().Be(1);
            }
        },
        iter: 200);

    /// <summary>Answers open tasks in random order until the flow ends; no flow may wait where nothing is open.</summary>
    internal static (Trial Trial, Dictionary<string, List<string>> Results) Play(Blocks blocks, Random random, double returns = 0)
    {
        var trial = Trial.Of(blocks.Draft);
        var graph = FlowchartGraph.Of(trial.Flow.Root);
        var results = new Dictionary<string, List<string>>();
        for (var acts = 0; trial.State.Status == FlowStatus.Running && acts < MostActs; acts++)
        {
            var open = trial.Open.ToList();
            open.Should().NotBeEmpty();
            var task = open[random.Next(open.Count)];
            var earlier = trial.Runs.Keys.Where(step => "tfwj".Contains(step[0], StringComparison.Ordinal) && step != "flow-1" && graph.ForwardOf(Activity(graph, step)).Contains(Activity(graph, task))).Order().ToList();
            if (earlier.Count > 0 && acts < MostActs / 3 && random.NextDouble() < returns)
            {
                trial.Return(earlier[random.Next(earlier.Count)]);
                continue;
            }

            var result = blocks.Answer(task, isLate: acts > MostActs / 3);
            results.TryAdd(task, []);
            results[task].Add(result);
            trial.Task(task, result);
        }

        return (trial, results);
    }

    private static ActivityNode Activity(FlowchartGraph graph, string name) => graph.Flowchart.Children["activities"].First(activity => activity.Id == name);

    private static IEnumerable<(string Source, string Port, string Target)> Names(IEnumerable<ConnectionNode> connections) =>
        connections.Select(connection => (connection.Source.Id, connection.Port, connection.Target.Id));
}
