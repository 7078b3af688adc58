using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Changes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Tests.Definitions;
using ApprovalEngine.Workflow.Tests.ShippedFlows;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Changes;

public sealed class Comparing_two_versions
{
    private static readonly FlowDefinition Before = Shipped.Definition("instant-copy");

    public static TheoryData<string> All => [.. Shipped.Ids];

    [Theory]
    [MemberData(nameof(All))]
    public void finds_nothing_where_nothing_but_the_number_differs(string id)
    {
        var flow = Shipped.Definition(id);

        var changes = FlowChanges.Between(flow, flow.With(document => (document["version"], document["id"], document["isPublished"]) = (7, "another", false)));

        changes.Changes.Should().BeEmpty();
        changes.Moved.Should().Be(0);
    }

    [Theory]
    [InlineData("named")]
    [InlineData("nested")]
    [InlineData("expressions")]
    [InlineData("waits")]
    public void finds_nothing_between_a_definition_of_real_Elsa_and_itself_and_all_of_it_as_new_against_none_of_it(string file)
    {
        foreach (var flow in ConformanceDefinitions.Of(file).Select(FlowDefinition.Parse))
        {
            FlowChanges.Between(flow, flow).Should().BeEquivalentTo(new { Changes = Array.Empty<FlowChange>(), Moved = 0 });

            var bare = flow.With(document => document["root"] = JsonNode.Parse("""{ "id": "bare", "nodeId": "bare", "type": "Elsa.Sequence", "version": 1, "activities": [] }"""));
            FlowChanges.Between(bare, flow).Changes.Where(change => change.Kind == FlowChangeKind.Added).Select(change => change.ActivityId)
                .Should().BeEquivalentTo(flow.Activities.Select(activity => (string?)activity["id"]).Distinct());
        }
    }

    [Fact]
    public void tells_an_input_by_its_value_and_what_kind_of_expression_it_became()
    {
        Between(document => Activity(document, "accept")["answerWithinDays"]!["expression"]!["value"] = 4)
            .Should().Equal("Changed accept: answerWithinDays 5 → 4");
        Between(document => Activity(document, "accept")["answerWithinDays"]!["expression"] = JsonNode.Parse("""{ "type": "JavaScript", "value": "2 + 2" }"""))
            .Should().Equal("Changed accept: answerWithinDays 5 → JavaScript: 2 + 2");
        Between(document => Activity(document, "accept").Remove("answerWithinDays"))
            .Should().Equal("Changed accept: answerWithinDays 5 → ");
    }

    [Fact]
    public void tells_where_an_outcome_leads_at_the_activity_where_it_begins()
    {
        var (way, port) = Before.Root["connections"]!.AsArray().Select(way => ((string)way!["source"]!["activity"]!, (string)way["source"]!["port"]!)).Last();
        var target = (string)Before.Root["connections"]!.AsArray().Last()!["target"]!["activity"]!;

        Between(document => document["root"]!["connections"]!.AsArray().Last()!["target"]!["activity"] = "accept").Should().Equal($"Changed {way}: on {port} {target} → accept");
        Between(document => document["root"]!["connections"]!.AsArray().RemoveAt(document["root"]!["connections"]!.AsArray().Count - 1)).Should().Equal($"Changed {way}: on {port} {target} → ");
    }

    [Fact]
    public void tells_new_and_removed_activities_and_what_a_new_one_says()
    {
        var changes = Between(document =>
        {
            var activities = document["root"]!["activities"]!.AsArray();
            activities.Remove(Activity(document, "rate"));
            activities.Add(JsonNode.Parse("""{ "id": "line", "type": "Elsa.WriteLine", "version": 1, "text": { "typeName": "String", "expression": { "type": "Literal", "value": "over" } } }"""));
        });

        changes.Should().Contain("Added line: text  → over").And.Contain("Removed rate").And.NotContain(change => change.StartsWith("Changed line", StringComparison.Ordinal));
    }

    [Fact]
    public void tells_what_differs_of_the_definition_with_elements_of_lists_by_name()
    {
        var before = Before.With(document => document["variables"] = JsonNode.Parse("""[{ "id": "v1", "name": "amount", "typeName": "Int32", "isArray": false, "value": "1" }, { "id": "v2", "name": "gone", "typeName": "String" }]"""));
        var after = before.With(document =>
        {
            document["name"] = "Another";
            document["variables"]!.AsArray().RemoveAt(1);
            document["variables"]![0]!["value"] = "2";
        });

        Say(FlowChanges.Between(before, after)).Should().Equal(
            $"Changed : name {Before.Name} → Another", "Changed : variables[amount].value 1 → 2", "Changed : variables[gone].id v2 → ", "Changed : variables[gone].typeName String → ");
    }

    [Fact]
    public void counts_what_only_stands_elsewhere_on_the_canvas()
    {
        var changes = FlowChanges.Between(Before, Before.With(document => Activity(document, "accept")["metadata"]!["designer"]!["position"]!["x"] = 7));

        changes.Changes.Should().BeEmpty();
        changes.Moved.Should().Be(1);
    }

    [Fact]
    public void tells_the_order_of_a_sequence_and_the_place_of_what_is_nested()
    {
        var before = Nested("""{ "id": "if", "type": "Elsa.If", "version": 1, "then": { "id": "a", "type": "Elsa.WriteLine", "version": 1 } }, { "id": "b", "type": "Elsa.WriteLine", "version": 1 }""");
        var after = Nested("""{ "id": "b", "type": "Elsa.WriteLine", "version": 1 }, { "id": "if", "type": "Elsa.If", "version": 1, "else": { "id": "a", "type": "Elsa.WriteLine", "version": 1 } }""");

        Say(FlowChanges.Between(before, after)).Should().Equal("Changed all: activities if, b → b, if", "Changed a: (place) if.then → if.else");
    }

    private static FlowDefinition Nested(string activities) => FlowDefinition.Parse(
        $$"""{ "id": "f1", "definitionId": "f", "name": "f", "version": 1, "root": { "id": "all", "type": "Elsa.Sequence", "version": 1, "activities": [{{activities}}] } }""");

    private static List<string> Between(Action<JsonObject> change) => Say(FlowChanges.Between(Before, Before.With(change)));

    private static List<string> Say(FlowChanges changes) =>
        [.. changes.Changes.SelectMany(change => change.Members.Select(member => $"{change.Kind} {change.ActivityId}: {member.Path} {member.Before} → {member.After}")
            .Concat(change.Ways.Select(way => $"{change.Kind} {change.ActivityId}: on {way.Port} {string.Join(' ', way.Before)} → {string.Join(' ', way.After)}"))
            .DefaultIfEmpty($"{change.Kind} {change.ActivityId}"))];

    private static JsonObject Activity(JsonObject document, string id) => document["root"]!["activities"]!.AsArray().Single(activity => (string)activity!["id"]! == id)!.AsObject();
}
