using System.Globalization;
using ApprovalEngine.Workflow.Linting;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Linting;

/// <summary>Warnings: each shown with a flow that gives cause for it, and one that does not.</summary>
public sealed class The_linter_warns
{
    private static readonly LintContext Promise = new() { Limits = new(20, 3) };

    [Fact]
    public void of_a_way_that_ends_beside_the_closing()
    {
        Draft.OfAnItem().Cut("issue", "Done").Connect("review", "Pass", "granted").Said().Should().Equal("Warning DeadEnd issue");
        Draft.OfAnItem().Add("archive", "Elsa.WriteLine").Connect("granted", "Done", "archive").Said().Should().BeEmpty("behind the closing a way may end");
        Draft.OfAnItem().Add("end", "Elsa.End").Connect("tell", "Done", "end").Connect("mend", "NotSupplied", "end").Said().Should().BeEmpty("an end is meant");
    }

    [Fact]
    public void of_an_outcome_that_leads_nowhere()
    {
        Draft.OfAnItem().Cut("review", "Refuse").Said().Should().Equal("Warning OutcomeUnconnected review");
        Draft.OfAnItem().Cut("clock", "DueSoon").Connect("granted", "Done", "soon").Said().Should().BeEmpty("a moment's port may stay free");
    }

    [Fact]
    public void of_a_connection_from_an_outcome_that_the_activity_does_not_have() =>
        Draft.OfAnItem().Connect("review", "Maybe", "refused").Said().Should().Equal("Warning PortUnknown review");

    [Theory]
    [InlineData("getVarible('x')", "getVarible")]
    [InlineData("getRiskLevel() + getRisk()", "getRisk")]
    [InlineData("new Intl.NumberFormat()", "Intl")]
    [InlineData("const a = x => x; a(Math.max(1)) + getInput('form').b + variables.c + getform() + undefined", null)]
    public void of_a_name_that_a_script_would_not_find(string script, string? name)
    {
        var found = Draft.OfAnItem().Variable("risk_level").With("issue", "number", Draft.Wrapped("JavaScript", script)).Lint().Select(finding => finding.Sentence.En);

        found.Should().Equal(name is null ? [] : [$"The script of input \"number\" refers to \"{name}\", which it would not find."]);
    }

    [Fact]
    public void of_a_connection_to_nowhere() =>
        Draft.OfAnItem().Connect("review", "Pass", "gone").Said().Should().Equal("Warning ConnectionLost flow-1");

    [Fact]
    public void of_step_limits_above_the_promise()
    {
        Draft Longer(int days) => Draft.OfAnItem().Cut("review", "Pass")
            .Add("second", "Approval.ReviewTask", ("role", "Reviewer"), ("outcomes", """["Pass"]"""), ("stepLimitDays", days)).Connect("review", "Pass", "second").Connect("second", "Pass", "issue");

        Longer(1).Said(Promise).Should().BeEmpty();
        Longer(2).Lint(Promise).Should().ContainSingle().Which.Sentence.En.Should().Be("The step limits on the longest way add up to 4 working days, above the promise of 3: review → second.");
    }

    [Fact]
    public void of_step_limits_only_before_the_closing_and_not_beside_the_flow()
    {
        Draft.OfAnItem().Add("archive", "Approval.ReviewTask", ("role", "Reviewer"), ("outcomes", """["Done"]"""), ("stepLimitDays", 9)).Connect("granted", "Done", "archive")
            .Said(Promise).Should().BeEmpty();
        Draft.OfAnItem().Add("chief", "Approval.ReviewTask", ("post", "head"), ("outcomes", """["Done"]"""), ("stepLimitDays", 9)).Connect("review", "Overdue", "chief")
            .Said(Promise).Should().BeEmpty();
    }

    [Fact]
    public void of_parallel_step_limits_by_the_longest_branch() =>
        Draft.OfAnItem().Cut("review", "Pass").Add("fork", "Elsa.FlowFork", ("branches", """["L","R"]"""))
            .Add("l", "Approval.ReviewTask", ("unit", "L"), ("outcomes", """["Ok"]"""), ("stepLimitDays", 1)).Add("r", "Approval.ReviewTask", ("unit", "R"), ("outcomes", """["Ok"]"""), ("stepLimitDays", 1))
            .Connect("review", "Pass", "fork").Connect("fork", "L", "l").Connect("fork", "R", "r").Connect("l", "Ok", "issue").Connect("r", "Ok", "issue")
            .Said(Promise).Should().BeEmpty();

    [Fact]
    public void of_a_marked_return_that_is_no_connection() =>
        Draft.OfAnItem().Returns([.. Draft.Back, ("review", "Return", "start")]).Said().Should().Equal("Warning ReturnUnknown flow-1");

    [Fact]
    public void of_an_inferred_direction_that_was_not_the_only_one()
    {
        Draft Ring() => new Draft().Mode("safe").Add("s", "Elsa.FlowDecision").Add("a", "Elsa.FlowNode").Add("b", "Elsa.FlowNode")
            .Connect("s", "True", "a").Connect("s", "False", "b").Connect("a", "Done", "b").Connect("b", "Done", "a");

        Ring().Said().Should().Contain("Warning DirectionInferred flow-1");
        Ring().Returns(("b", "Done", "a")).Said().Should().NotContain("Warning DirectionInferred flow-1");
    }

    [Fact]
    public void of_merges_that_could_wait_for_each_other()
    {
        // Each merge lies on a way back from the other's branch.
        var draft = new Draft().Mode("safe").Returns(("m1", "Back", "b"), ("m2", "Back", "a"))
            .Add("fork", "Elsa.FlowFork", ("branches", """["L","M","N","R"]""")).Add("a", "Elsa.FlowNode").Add("b", "Elsa.FlowNode")
            .Add("m1", "Elsa.FlowSwitch").Add("m2", "Elsa.FlowSwitch")
            .Connect("fork", "L", "a").Connect("fork", "M", "m1").Connect("fork", "N", "m2").Connect("fork", "R", "b").Connect("a", "Done", "m1").Connect("b", "Done", "m2")
            .Connect("m1", "Back", "b").Connect("m2", "Back", "a");

        draft.Said().Should().Contain("Warning MergesWaitForEachOther m1");
    }

    [Fact]
    public void in_three_languages()
    {
        var codes = typeof(FindingCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        foreach (var text in codes.Select(FindingTexts.Of))
        {
            new[] { text.ZhHans, text.ZhHant, text.En }.Should().OnlyContain(sentence => sentence.Length > 0);
            Places(text.ZhHans).Should().BeEquivalentTo(Places(text.En));
            Places(text.ZhHant).Should().BeEquivalentTo(Places(text.En));
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(499)]
    public void even_of_a_flow_that_is_all_rings(int size)
    {
        var draft = new Draft().Mode("safe").Bound();
        for (var node = 0; node < size; node++)
        {
            draft.Add("n" + node, "Elsa.FlowDecision").Connect("n" + node, "True", "n" + ((node + 1) % size)).Connect("n" + node, "False", "n" + ((node * 7) % size));
        }

        var before = ProcessorTime();
        foreach (var mode in new[] { "safe", "counter", "token" })
        {
            draft.Mode(mode).Said().Should().Contain("Error CloseCaseNotReachable");
        }

        // Under a second each; it took up to 20 when strongly connected parts were searched node by node.
        (ProcessorTime() - before).Should().BeLessThan(TimeSpan.FromSeconds(15));
    }

    /// <summary>What this thread has used: unlike the clock on the wall, the same on a busy machine. Linux counts a hundred ticks a second.</summary>
    private static TimeSpan ProcessorTime()
    {
        var stat = File.ReadAllText("/proc/thread-self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<string> Places(string text) => System.Text.RegularExpressions.Regex.Matches(text, @"\{\d\}").Select(match => match.Value).Distinct();
}
