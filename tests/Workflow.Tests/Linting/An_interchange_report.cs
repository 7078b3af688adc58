using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Linting;
using ApprovalEngine.Workflow.Tests.Definitions;
using ApprovalEngine.Workflow.Tests.Descriptors;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Linting;

public sealed class An_interchange_report
{
    [Fact]
    public void is_empty_where_all_runs() => InterchangeReport.Of(Draft.OfAnItem().Definition()).Should().BeEmpty();

    [Fact]
    public void names_what_does_not_run_and_why()
    {
        var draft = new Draft().Add("a", "Elsa.Start").Add("http", "Elsa.HttpEndpoint").Add("far", "Elsa.RunPython")
            .Add("line", "Elsa.WriteLine", ("text", Draft.Wrapped("CSharp", "1"))).Add("event", "Elsa.Event", ("eventName", "E"))
            .Connect("a", "Done", "http").Connect("http", "Done", "line").Connect("line", "Done", "gone");

        Reported(draft.Definition()).Should().BeEquivalentTo(
            "Warning ConnectionLost flow-1", "Error NotExecutedHere http", "Warning NotExecutedHere far", "Error ExpressionNotExecutedHere line");
        Reported(FlowDefinition.Parse(Flows.Json(Flows.Activity("event", "Elsa.Event", "\"canStartWorkflow\": true, \"runAsynchronously\": true")))).Should().Equal(
            "Warning RunsWithinTheStep event", "Warning StartsNothing event");
    }

    [Fact]
    public void of_a_real_servers_draft_names_its_unknown_activity() =>
        Reported(FlowDefinition.Parse(Golden.Read("definition-save-draft")["workflowDefinition"]!.ToJsonString())).Should().Contain("Warning NotExecutedHere unk-1");

    [Fact]
    public void says_why_a_flow_opens_no_address_to_the_outside()
    {
        var draft = new Draft().Add("a", "Elsa.Start").Add("http", "Elsa.HttpEndpoint").Connect("a", "Done", "http");

        var report = InterchangeReport.Of(draft.Definition()).Single();
        report.Sentence.En.Should().Contain("Elsa.HttpEndpoint").And.Contain("no flow opens an address").And.Contain("Elsa.Event");
        report.Sentence.ZhHans.Should().Contain("不得自行对外开放网址");
        report.Sentence.ZhHant.Should().Contain("不得自行對外開放網址");
        Linter.Check(draft.Definition()).Should().Contain(finding => finding.Code == FindingCodes.NotExecutedHere && finding.Severity == FindingSeverity.Error && finding.Sentence == report.Sentence);
    }

    [Fact]
    public void knows_the_definitions_that_it_is_given_and_names_those_that_are_missing()
    {
        var consumer = FlowDefinition.Parse(Golden.Read("definition-consumer-save-publish")["workflowDefinition"]!.ToJsonString());
        var used = FlowDefinition.Parse(Golden.Read("definition-export").ToJsonString());

        InterchangeReport.Of(consumer).Should().ContainSingle().Which.Sentence.En.Should().Contain("golden-approval").And.Contain("publish it first");
        InterchangeReport.Of(consumer, new LintContext { Others = key => key.Is(used) ? used : null }).Should().NotContain(finding => finding.ActivityId == "sub");
        new UsedDefinition(UsedDefinition.TypeOf("Golden approval"), 1).Key.Should().Be("GoldenApproval");
    }

    [Theory]
    [InlineData("https://registry.example/v1/x", 0)]
    [InlineData("https://elsewhere.example/", 1)]
    [InlineData("nonsense", 1)]
    public void names_an_address_that_may_not_be_asked(string url, int findings) =>
        InterchangeReport.Of(
            new Draft().Add("ask", "Elsa.FlowSendHttpRequest", ("url", url)).Definition(),
            new LintContext { MayBeAsked = address => address.Host == "registry.example" })
            .Count(finding => finding.Code == FindingCodes.DestinationNotAllowed && finding.Severity == FindingSeverity.Error).Should().Be(findings);

    private static IEnumerable<string> Reported(FlowDefinition definition) =>
        InterchangeReport.Of(definition).Select(finding => $"{finding.Severity} {finding.Code} {finding.ActivityId}");
}
