using ApprovalEngine.Workflow.Layout;
using FluentAssertions;
using Xunit;

namespace Workflow.Tests.Layout;

public sealed class Placing_a_flow
{
    [Fact]
    public void puts_each_step_below_all_that_lead_to_it()
    {
        var placed = LayeredLayout.Place(["a", "b", "c", "d", "e"], [("a", "b"), ("a", "c"), ("b", "d"), ("c", "e"), ("e", "d")]);

        placed.Ranks.Should().BeEquivalentTo<string[]>([["a"], ["b", "c"], ["e"], ["d"]], options => options.WithStrictOrdering());
        placed.Back.Should().BeEmpty();
    }

    [Fact]
    public void lets_ways_back_move_nothing()
    {
        var placed = LayeredLayout.Place(["a", "b", "c"], [("a", "b"), ("b", "c"), ("c", "a"), ("b", "b")]);

        placed.Ranks.Should().BeEquivalentTo<string[]>([["a"], ["b"], ["c"]], options => options.WithStrictOrdering());
        placed.Back.Should().BeEquivalentTo([("c", "a"), ("b", "b")]);
    }

    [Fact]
    public void keeps_steps_beside_each_other_that_are_done_again_together()
    {
        // As in three-certs: departments at the same time, a correction that leads back to all of them.
        var placed = LayeredLayout.Place(
            ["accept", "one", "two", "decide", "correct"], [("accept", "one"), ("accept", "two"), ("one", "decide"), ("two", "decide"), ("decide", "correct"), ("correct", "one"), ("correct", "two")]);

        placed.Ranks.Should().BeEquivalentTo<string[]>([["accept"], ["one", "two"], ["decide"], ["correct"]], options => options.WithStrictOrdering());
        placed.Back.Should().BeEquivalentTo([("correct", "one"), ("correct", "two")]);
    }

    [Fact]
    public void keeps_what_belongs_together_on_the_same_side()
    {
        var placed = LayeredLayout.Place(["a", "left", "right", "below right", "below left"], [("a", "left"), ("a", "right"), ("right", "below right"), ("left", "below left")]);

        placed.Ranks[2].Should().Equal("below left", "below right");
    }
}
