using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Linting;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Linting;

public sealed class Counter_mode_hazards
{
    /// <summary>Two departments side by side; the first may be sent back for a correction before both meet.</summary>
    private static Draft Rework(string joinMode = "WaitAll") => new Draft().Bound()
        .Add("fork", "Elsa.FlowFork", ("branches", """["L","R"]"""))
        .Add("left", "Approval.ReviewTask", ("unit", "L"), ("outcomes", """["Ok","Again"]"""))
        .Add("right", "Approval.ReviewTask", ("unit", "R"), ("outcomes", """["Ok"]"""))
        .Add("mend", "Approval.Correction", ("withinDays", 5))
        .Add("join", "Elsa.FlowJoin", ("mode", joinMode))
        .Add("close", "Approval.CloseCase", ("decision", "Granted"))
        .Connect("fork", "L", "left").Connect("fork", "R", "right").Connect("left", "Again", "mend").Connect("mend", "Supplied", "left").Connect("mend", "NotSupplied", "join")
        .Connect("left", "Ok", "join").Connect("right", "Ok", "join").Connect("join", "Done", "close");

    [Fact]
    public void block_rework_inside_a_parallel_branch_of_an_items_flow() =>
        Rework("WaitAllActive").Said().Should().Equal("Error ReworkInParallelBranch mend");

    [Fact]
    public void block_a_way_from_one_branch_back_to_before_the_parting() =>
        new Draft().Bound()
            .Add("intake", "Elsa.FlowNode").Add("fork", "Elsa.FlowFork", ("branches", """["L","R"]""")).Add("l", "Elsa.FlowDecision").Add("r", "Elsa.FlowNode")
            .Add("join", "Elsa.FlowJoin", ("mode", "WaitAllActive")).Add("close", "Approval.CloseCase", ("decision", "Granted"))
            .Connect("intake", "Done", "fork").Connect("fork", "L", "l").Connect("fork", "R", "r").Connect("l", "True", "join").Connect("l", "False", "intake")
            .Connect("r", "Done", "join").Connect("join", "Done", "close")
            .Said().Should().Equal("Error ReworkInParallelBranch l");

    [Fact]
    public void do_not_exist_in_safe_mode() =>
        Rework().Mode("safe").Returns(("mend", "Supplied", "left")).Said().Should().BeEmpty();

    [Fact]
    public void are_warnings_once_an_administrator_takes_them_upon_himself_by_name()
    {
        var taken = new LintContext { Overridden = [FindingCodes.ReworkInParallelBranch] };

        Rework("WaitAllActive").Said(taken).Should().Equal("Warning ReworkInParallelBranch mend");
        Rework().Said(taken).Should().Equal("Warning ReworkInParallelBranch mend", "Error JoinMayBeSkipped join");
    }

    [Fact]
    public void do_not_lie_in_rework_of_the_whole_or_of_one_branch_behind_the_join()
    {
        var whole = new Draft().Bound()
            .Add("again", "Elsa.FlowNode").Add("fork", "Elsa.FlowFork", ("branches", """["L","R"]""")).Add("l", "Elsa.FlowNode").Add("r", "Elsa.FlowNode")
            .Add("join", "Elsa.FlowJoin", ("mode", "WaitAll")).Add("ask", "Elsa.FlowDecision").Add("close", "Approval.CloseCase", ("decision", "Granted"))
            .Connect("again", "Done", "fork").Connect("fork", "L", "l").Connect("fork", "R", "r").Connect("l", "Done", "join").Connect("r", "Done", "join")
            .Connect("join", "Done", "ask").Connect("ask", "True", "close").Connect("ask", "False", "again");

        whole.Said().Should().BeEmpty();
    }

    [Fact]
    public void lie_in_a_WaitAll_join_of_which_a_branch_may_not_be_chosen()
    {
        Draft Diamond(string mode) => new Draft().Bound()
            .Add("ask", "Elsa.FlowDecision").Add("yes", "Elsa.FlowNode").Add("no", "Elsa.FlowNode").Add("join", "Elsa.FlowJoin", ("mode", mode)).Add("close", "Approval.CloseCase", ("decision", "Granted"))
            .Connect("ask", "True", "yes").Connect("ask", "False", "no").Connect("yes", "Done", "join").Connect("no", "Done", "join").Connect("join", "Done", "close");

        Diamond("WaitAll").Said().Should().Equal("Error JoinMayBeSkipped join");
        Diamond("WaitAllActive").Said().Should().BeEmpty();
    }

    [Fact]
    public void do_not_lie_in_a_choice_before_the_parting() =>
        new Draft().Bound()
            .Add("ask", "Elsa.FlowDecision").Add("out", "Approval.CloseCase", ("decision", "Refused")).Add("fork", "Elsa.FlowFork", ("branches", """["L","R"]"""))
            .Add("join", "Elsa.FlowJoin", ("mode", "WaitAll")).Add("close", "Approval.CloseCase", ("decision", "Granted"))
            .Connect("ask", "True", "fork").Connect("ask", "False", "out").Connect("fork", "L", "join").Connect("fork", "R", "join").Connect("join", "Done", "close")
            .Said().Should().BeEmpty();

    [Fact]
    public void warn_of_a_join_without_a_mode() =>
        new Draft().Add("fork", "Elsa.FlowFork", ("branches", """["L","R"]""")).Add("join", "Elsa.FlowJoin").Connect("fork", "L", "join").Connect("fork", "R", "join")
            .Said().Should().Equal("Warning JoinWithoutMode join");

    [Fact]
    public void only_warn_in_a_flow_that_serves_no_item() =>
        new Draft().Add("fork", "Elsa.FlowFork", ("branches", """["L","R"]""")).Add("l", "Elsa.FlowDecision").Add("r", "Elsa.FlowNode").Add("join", "Elsa.FlowJoin", ("mode", "WaitAllActive"))
            .Connect("fork", "L", "l").Connect("fork", "R", "r").Connect("l", "False", "l").Connect("l", "True", "join").Connect("r", "Done", "join")
            .Said().Should().Equal("Warning ReworkInParallelBranch l");

    [Theory]
    [InlineData("counter", false)]
    [InlineData("safe", true)]
    public void are_real_for_the_interpreter_ends_such_a_case_without_its_last_step(string mode, bool isClosed)
    {
        var draft = new Draft().Mode(mode).Variable("answer")
            .Add("fork", "Elsa.FlowFork", ("branches", """["L","R"]""")).Add("left", "Elsa.RunTask", ("taskName", "left"), ("result", JsonNode.Parse("""{"typeName":"String","memoryReference":{"id":"v-answer"}}""")!))
            .Add("ask", "Elsa.FlowDecision", ("condition", Draft.Wrapped("JavaScript", "getVariable('answer') === 'ok'")))
            .Add("right", "Elsa.RunTask", ("taskName", "right")).Add("join", "Elsa.FlowJoin", ("mode", "WaitAll")).Add("close", "Elsa.WriteLine", ("text", "closed"))
            .Connect("fork", "L", "left").Connect("fork", "R", "right").Connect("left", "Done", "ask").Connect("ask", "False", "left").Connect("ask", "True", "join")
            .Connect("right", "Done", "join").Connect("join", "Done", "close");

        draft.Said().Any(said => said.Contains("ReworkInParallelBranch", StringComparison.Ordinal)).Should().Be(!isClosed);
        FlowRun.Of(CompiledFlow.Compile(draft.Definition()), [], [Resume.Parse("task:right=ok"), Resume.Parse("task:left=again"), Resume.Parse("task:left=ok")], TrialContext.At(new(2026, 1, 5, 2, 0, 0, TimeSpan.Zero)))
            .Lines.Contains("closed").Should().Be(isClosed);
    }
}
