using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.ShippedFlows;

public sealed class Random_walks_through_the_shipped_flows
{
    private const int Walks = 40;

    public static TheoryData<string> Flows => [.. Shipped.Ids];

    [Theory]
    [MemberData(nameof(Flows))]
    public void always_have_something_open_and_come_to_an_end(string id)
    {
        for (var seed = 0; seed < Walks; seed++)
        {
            var walk = new RandomWalk(id, new Random(seed));

            foreach (var state in walk.Steps().Where(state => state.Status == FlowStatus.Running))
            {
                state.Incidents.Should().BeEmpty();
                (state.Tasks.Length + state.Calls.Length + state.Timers.Length).Should().BePositive("an open case waits for somebody or something (seed {0})", seed);
                state.Tasks.Select(task => task.Frame).Should().BeSubsetOf(state.Frames.Select(frame => frame.Id));
            }

            walk.State.SubStatus.Should().Be(FlowSubStatus.Finished);
            walk.State.Tasks.Should().BeEmpty();
            walk.State.Timers.Should().BeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void keep_the_usual_state_below_two_kilobytes(string id)
    {
        var sizes = Enumerable.Range(0, Walks).SelectMany(seed =>
        {
            var walk = new RandomWalk(id, new Random(seed));
            _ = walk.Steps().Count();
            return walk.Sizes;
        }).Order().ToList();

        sizes[sizes.Count / 2].Should().BeLessThan(1300);
        sizes[sizes.Count * 95 / 100].Should().BeLessThan(2048);
    }

    [Theory]
    [MemberData(nameof(Flows))]
    public void allocate_little_at_a_usual_step(string id)
    {
        // The first walks read graphs and scripts, which stay with the flow.
        var allocated = Enumerable.Range(0, Walks).SelectMany(seed =>
        {
            var walk = new RandomWalk(id, new Random(seed % 20));
            _ = walk.Steps().Count();
            return seed < 20 ? [] : walk.Allocated;
        }).Order().ToList();

        // Measured: 10 to 14 kB; up to 88 kB where scripts run (some 12 kB each) and a countersign opens its seats.
        allocated[allocated.Count / 2].Should().BeLessThan(18_000);
        allocated[allocated.Count * 95 / 100].Should().BeLessThan(105_000);
    }
}
