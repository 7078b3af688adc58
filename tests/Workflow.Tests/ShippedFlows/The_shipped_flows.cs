using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Linting;
using ApprovalEngine.Workflow.Runtime;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.ShippedFlows;

public sealed class The_shipped_flows
{
    public static TheoryData<string> All => [.. Shipped.Ids];

    [Fact]
    public void are_the_ten_of_the_domain() => Shipped.Ids.Should().BeEquivalentTo(
        "construction-joint", "disclosure", "housing-transfer", "instant-copy", "item-change", "permit-receipt", "petition", "proof-review", "three-certs", "village-agency");

    [Theory]
    [MemberData(nameof(All))]
    public void are_lint_clean(string id) =>
        Linter.Check(Shipped.Definition(id), Shipped.Context(id)).Select(finding => $"{finding.Severity} {finding.Code} {finding.ActivityId}: {finding.Sentence.En}").Should().BeEmpty();

    [Theory]
    [MemberData(nameof(All))]
    public void survive_a_round_trip(string id) =>
        JsonNode.DeepEquals(JsonNode.Parse(Shipped.Definition(id).ToJson()), JsonNode.Parse(Shipped.Text(id))).Should().BeTrue();

    [Theory]
    [MemberData(nameof(All))]
    public void name_everything_in_three_languages_and_place_nothing_over_another(string id)
    {
        var activities = Shipped.Definition(id).Document["root"]!["activities"]!.AsArray();

        foreach (var activity in activities)
        {
            var title = activity!["customProperties"]!["approvalTexts"]!["title"]!.AsObject();
            title.Select(text => text.Key).Should().Equal("zh-Hans", "zh-Hant", "en");
            title.Should().OnlyContain(text => !string.IsNullOrWhiteSpace((string?)text.Value));
        }

        activities.Select(activity => activity!["metadata"]!["designer"]!["position"]!.ToJsonString()).Should().OnlyHaveUniqueItems();
    }

    /// <summary>As in the office's words: in traditional characters too the terms are the mainland's (發布, 公布), and a character has one form.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void say_it_in_the_mainlands_terms(string id) => Shipped.Text(id).Should().NotContainAny("佈", "啓");

    [Theory]
    [MemberData(nameof(All))]
    public void can_be_walked_along_every_outcome_and_always_end(string id)
    {
        var walk = Walker.Explore(id);

        walk.Stuck.Should().BeEmpty("an open case always has a task, a timer, a call or a stopped clock");
        walk.Incidents.Should().BeEmpty();
        walk.Missed.Should().BeEmpty("every outcome of every activity is walked");
        walk.UnfinishedWalks.Should().Be(0);
        walk.Decisions.Should().Contain(id is "permit-receipt" or "proof-review" ? [Decision.Granted] : [Decision.Granted, Decision.Refused]);
    }
}
