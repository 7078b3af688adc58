namespace AdminUi.Tests.Administration;

public sealed class Walking_the_tree_of_units
{
    [Fact]
    public void goes_from_the_top_down_and_knows_how_deep_each_stands() =>
        Units.Tree.Walk().Select(one => (one.Unit.Code, one.Depth)).Should().Equal(("C", 0), ("D", 1), ("D-1", 2), ("D-1-a", 3), ("E", 1));

    [Fact]
    public void counts_what_lies_below_however_deep() => new[] { "C", "D", "E" }.Select(Units.Tree.CountBelow).Should().Equal(4, 2, 0);

    [Fact]
    public void leaves_out_a_unit_with_all_below_it() => Units.Tree.Without("D").Walk().Select(one => one.Unit.Code).Should().Equal("C", "E");

    [Fact]
    public void keeps_those_above_a_unit_that_is_found() => Units.Tree.WithAbove(unit => unit.Code == "D-1-a").Should().BeEquivalentTo("C", "D", "D-1", "D-1-a");
}
