using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Linting;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Linting;

/// <summary>Errors: each shown with a flow that has the fault and nothing else.</summary>
public sealed class The_linter_blocks
{
    [Fact]
    public void nothing_in_a_faultless_flow() =>
        Draft.OfAnItem().Said(new LintContext { Limits = new(20, 3) }).Should().BeEmpty();

    [Theory]
    [InlineData("JavaScript", "1 +")]
    [InlineData("Liquid", "{% if x %}")]
    [InlineData("Object", "{\"a\":")]
    public void an_expression_that_does_not_parse(string type, string text) =>
        Draft.OfAnItem().With("issue", "number", Draft.Wrapped(type, text)).Said().Should().Equal("Error ExpressionDoesNotParse issue");

    [Fact]
    public void a_script_and_a_condition_that_do_not_parse() =>
        new Draft().Add("js", "Elsa.RunJavaScript", ("script", "return ("))
            .Add("sw", "Elsa.FlowSwitch", ("cases", JsonNode.Parse("""[{"label":"A","condition":{"type":"JavaScript","value":"=>"}}]""")!))
            .Connect("js", "Done", "sw").Connect("sw", "A", "js").Connect("sw", "Default", "js").Mode("safe").Returns(("sw", "A", "js"), ("sw", "Default", "js"))
            .Said().Should().Equal("Error ExpressionDoesNotParse js", "Error ExpressionDoesNotParse sw");

    [Fact]
    public void an_expression_in_another_language() =>
        Draft.OfAnItem().With("issue", "number", Draft.Wrapped("CSharp", "1")).Said().Should().Equal("Error ExpressionNotExecutedHere issue");

    [Fact]
    public void a_type_that_can_be_reached_and_is_not_executed()
    {
        var draft = new Draft().Add("a", "Elsa.Start").Add("b", "Elsa.RunCSharp");

        draft.Said().Should().Equal("Warning NotReachable b");
        draft.Connect("a", "Done", "b").Said().Should().Equal("Error NotExecutedHere b");
    }

    [Fact]
    public void no_mode_of_Elsas_as_such() => new Draft().Mode("token").Add("a", "Elsa.Start").Said().Should().BeEmpty();

    [Fact]
    public void ids_that_stand_twice() =>
        new Draft().Add("a", "Elsa.Start").Add("a", "Elsa.End").Said().Should().Contain("Error DuplicateId a");

    [Theory]
    [InlineData("Approval.ReviewTask")]
    [InlineData("Approval.Countersign")]
    [InlineData("Approval.SpecialProcedure")]
    public void a_task_without_candidates(string type)
    {
        var draft = new Draft().Add("t", type, ("outcomes", """["Ok"]"""), ("procedure", "Hearing"), ("withinDays", 5), ("unit", ""), ("seats", "[]")).Add("e", "Elsa.End")
            .Connect("t", "Ok", "e");

        draft.Said().Should().Contain("Error NoCandidates t");
        draft.With("t", "unit", "U1").With("t", "seats", Draft.Wrapped("Object", """["U1"]""")).Said().Should().NotContain("Error NoCandidates t");
    }

    [Fact]
    public void a_task_that_nobody_in_the_organisation_could_be_offered() =>
        Draft.OfAnItem().With("review", "unit", "GONE").Said(new LintContext { HasCandidates = offer => offer.Unit != "GONE" }).Should().Equal("Error NoCandidates review");

    [Fact]
    public void a_promise_above_the_law()
    {
        Draft.OfAnItem().With("clock", "legalDays", 5).With("clock", "promisedDays", 6).Said().Should().Equal("Error PromisedAboveLegal clock");
        Draft.OfAnItem().Said(new LintContext { Limits = new(2, 3) }).Should().Equal("Error PromisedAboveLegal clock");
    }

    [Fact]
    public void a_limit_that_differs_from_the_items()
    {
        var limits = new LintContext { Limits = new(20, 3) };

        Draft.OfAnItem().With("clock", "legalDays", 20).With("clock", "promisedDays", "3").Said(limits).Should().BeEmpty();
        Draft.OfAnItem().With("clock", "promisedDays", 4).Said(limits).Should().Equal("Error LimitDiffersFromItem clock");
    }

    [Fact]
    public void a_cycle_that_the_marked_returns_leave() =>
        Draft.OfAnItem().Returns().Said().Should().Contain("Error CycleLeft accept").And.ContainSingle(said => said.Contains("CycleLeft"));

    [Fact]
    public void the_flow_of_an_item_that_never_closes_a_case()
    {
        Draft Begun() => new Draft().Add("a", "Elsa.Start");
        Draft Cut() => Begun().Add("c", "Approval.CloseCase", ("decision", "Granted"));

        Begun().Said().Should().BeEmpty("it serves no item");
        Begun().Bound().Said().Should().Equal("Error CloseCaseNotReachable");
        Cut().Said().Should().Equal("Error CloseCaseNotReachable", "Warning DeadEnd a", "Warning NotReachable c");
        Cut().Connect("a", "Done", "c").Said().Should().BeEmpty();
    }

    [Fact]
    public void steps_that_do_not_exist() =>
        Draft.OfAnItem().With("review", "personOfStep", "gone").With("review", "barredSteps", Draft.Wrapped("Object", """["accept","lost"]"""))
            .Lint().Select(finding => finding.Sentence.En).Should().Equal(
                "Input \"personOfStep\" names the step \"gone\", which does not exist.", "Input \"barredSteps\" names the step \"lost\", which does not exist.");

    [Fact]
    public void inputs_that_are_missing_do_not_fit_or_are_no_choice()
    {
        Draft.OfAnItem().Without("granted", "decision").Said().Should().Equal("Error InputMissing granted");
        Draft.OfAnItem().With("granted", "decision", "Perhaps").Said().Should().Equal("Error ChoiceUnknown granted");
        Draft.OfAnItem().With("review", "stepLimitDays", "two").Said().Should().Equal("Error LiteralDoesNotFit review");
        new Draft().Add("c", "Approval.Countersign", ("seats", """["U1"]"""), ("rule", "Share")).Said().Should().Contain("Error InputMissing c");
    }

    [Fact]
    public void a_variable_that_is_not_there()
    {
        var draft = new Draft().Add("s", "Elsa.SetVariable", ("variable", JsonNode.Parse("""{"id":"v-x","name":"x"}""")!), ("value", "1"));

        draft.Said().Should().Equal("Error VariableUnknown s");
        draft.Variable("x").Said().Should().BeEmpty();
    }

    [Fact]
    public void marks_that_cannot_be_read() =>
        new Draft().Add("a", "Elsa.Start").Mode("fast").Lint().Should().ContainSingle().Which.Sentence.En.Should().StartWith("$.root.customProperties.approvalMode cannot be read");
}
