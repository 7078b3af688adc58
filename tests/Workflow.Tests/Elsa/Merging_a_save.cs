using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using ApprovalEngine.Workflow.Elsa;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Elsa;

/// <summary>What Studio does to a document (elsa-studio.md, section 4), and that nothing is lost by it.</summary>
public sealed class Merging_a_save
{
    private const string Stored = """
        { "$schema": "https://elsaworkflows.io/schema.json", "id": "v1", "definitionId": "permit", "name": "Permit", "version": 1, "x-owner": "planning",
          "variables": [ { "id": "a", "name": "risk", "typeName": "String", "x-note": "kept" } ],
          "inputs": [ { "name": "applicant", "type": "String", "x-source": "form" } ],
          "options": { "usableAsActivity": true, "x-cache": 5 },
          "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "customProperties": { "approvalMode": "safe" },
            "activities": [
              { "id": "start", "type": "Elsa.Start" },
              { "id": "clock", "type": "Approval.PromiseClock", "version": 1, "x-why": "law",
                "promisedLimitDays": { "typeName": "Int32", "expression": { "type": "Literal", "value": 5 }, "memoryReference": { "id": "clock:input-0" }, "x-unit": "days" } },
              { "id": "line", "type": "Elsa.WriteLine", "version": 1, "text": { "expression": { "type": "Literal", "value": "hello" } } },
              { "id": "review", "type": "Approval.ReviewTask", "version": 1,
                "outcomes": { "typeName": "String[]", "expression": { "type": "Object", "value": ["Granted", "Refused"] } } },
              { "id": "odd", "type": "Acme.Unknown", "foo": { "bar": 1 }, "metadata": { "designer": { "position": { "x": 1, "y": 1 } } } } ],
            "connections": [
              { "source": { "activity": "start" }, "target": { "activity": "clock" }, "x-color": "red" },
              { "source": { "activity": "clock", "port": "Done" }, "target": { "activity": "line", "port": "In" } },
              { "source": { "activity": "line", "port": "Done" }, "target": { "activity": "review", "port": "In" } } ] } }
        """;

    private static readonly FlowDefinition Before = FlowDefinition.Parse(Stored);

    [Fact]
    public void changes_nothing_when_nothing_was_changed() =>
        Same(Merge(_ => { }), Before.Document);

    [Fact]
    public void adds_no_options_where_there_were_none_and_none_are_set()
    {
        var bare = FlowDefinition.Parse("""{ "definitionId": "bare", "name": "Bare", "root": { "id": "flow", "type": "Elsa.Flowchart", "activities": [], "connections": [] } }""");
        var model = PresentedDefinition.Of(bare, (_, _) => false);
        model["options"] = JsonNode.Parse("""{ "usableAsActivity": false, "autoUpdateConsumingWorkflows": false, "activityCategory": null, "incidentStrategyType": null }""");

        Same(MergedDefinition.Of(bare, model, (_, _) => false), bare.Document);
        model["options"]!["activityCategory"] = "Ours";
        Same(MergedDefinition.Of(bare, model, (_, _) => false)["options"], """{ "activityCategory": "Ours" }""");
    }

    [Fact]
    public void survives_what_Studio_drops_and_reorders()
    {
        var merged = Merge(model =>
        {
            Drop(model, "$schema", "x-owner", "isSystem");
            Drop(model["variables"]![0]!.AsObject(), "x-note");
            Drop(model["inputs"]![0]!.AsObject(), "x-source");
            Drop(model["options"]!.AsObject(), "x-cache");
            model["options"]!["activityCategory"] = null;
            Reverse(model["root"]!["activities"]!.AsArray());
            Reverse(model["root"]!["connections"]!.AsArray());
            foreach (var connection in model["root"]!["connections"]!.AsArray())
            {
                Drop(connection!.AsObject(), "x-color");
                connection["source"]!["port"] ??= "Done";
                connection["target"]!["port"] ??= "In";
                connection["vertices"] = new JsonArray();
            }
        });

        Same(merged, Before.Document);
    }

    [Fact]
    public void keeps_the_kind_of_a_literal_and_all_that_stood_beside_it()
    {
        var merged = Merge(model => Activity(model, "clock")["promisedLimitDays"] = Edited("Int32", "Literal", "6"));

        Same(Activity(merged, "clock")["promisedLimitDays"], """
            { "typeName": "Int32", "expression": { "type": "Literal", "value": 6 }, "memoryReference": { "id": "clock:input-0" }, "x-unit": "days" }
            """);
    }

    [Fact]
    public void keeps_a_list_a_list_and_a_text_that_is_no_number_a_text()
    {
        var merged = Merge(model =>
        {
            Activity(model, "review")["outcomes"] = Edited("String[]", "Object", """["Granted","Returned"]""");
            Activity(model, "clock")["promisedLimitDays"] = Edited("Int32", "Literal", "soon");
        });

        Same(Activity(merged, "review")["outcomes"]!["expression"]!["value"], """["Granted", "Returned"]""");
        Activity(merged, "clock")["promisedLimitDays"]!["expression"]!["value"]!.GetValue<string>().Should().Be("soon");
    }

    [Theory]
    [InlineData("review", "stepLimitDays", "3", "3")]
    [InlineData("line", "text", "5", "\"5\"")]
    public void fills_the_type_that_Studio_leaves_out_from_the_descriptor(string activity, string input, string typed, string kept)
    {
        var merged = Merge(model => Activity(model, activity)[input] = Edited(null, "Literal", typed));

        var written = Activity(merged, activity)[input]!;
        written["typeName"]!.GetValue<string>().Should().Be(ActivityDescriptors.Find(Activity(merged, activity)["type"]!.GetValue<string>())!.Inputs.Single(one => one.Property == input).TypeName);
        Same(written["expression"]!["value"], kept);
    }

    [Fact]
    public void takes_over_what_was_added_moved_taken_away_and_connected()
    {
        var merged = Merge(model =>
        {
            var activities = model["root"]!["activities"]!.AsArray();
            activities.Insert(0, JsonNode.Parse("""{ "id": "b8be62ff04a00638", "nodeId": "Workflow1:flow:b8be62ff04a00638", "name": "WriteLine2", "type": "Elsa.WriteLine", "version": 1, "metadata": { "designer": { "position": { "x": 5, "y": 6 } } } }"""));
            Activity(model, "line")["metadata"] = JsonNode.Parse("""{ "designer": { "position": { "x": 7, "y": 8 }, "size": { "width": 108.015625, "height": 50 } } }""");
            Drop(Activity(model, "line"), "text");
            model["root"]!["connections"]!.AsArray().RemoveAt(2);
            model["root"]!["connections"]!.AsArray().Insert(0, JsonNode.Parse("""{ "source": { "activity": "line", "port": "Done" }, "target": { "activity": "b8be62ff04a00638", "port": "In" } }"""));
            model["description"] = "with a line";
        });

        merged["root"]!["activities"]!.AsArray().Select(one => one!["id"]!.GetValue<string>()).Should().Equal("start", "clock", "line", "review", "odd", "b8be62ff04a00638");
        merged["root"]!["connections"]!.AsArray().Select(one => one!["target"]!["activity"]!.GetValue<string>()).Should().Equal("clock", "line", "b8be62ff04a00638");
        Same(Activity(merged, "line"), """{ "id": "line", "type": "Elsa.WriteLine", "version": 1, "metadata": { "designer": { "position": { "x": 7, "y": 8 }, "size": { "width": 108.015625, "height": 50 } } } }""");
        merged["description"]!.GetValue<string>().Should().Be("with a line");
        merged["$schema"].Should().NotBeNull();
    }

    [Fact]
    public void shows_an_unknown_type_as_a_stand_in_and_moves_the_original()
    {
        var shown = PresentedDefinition.Of(Before, (_, _) => false);
        Activity(shown, "odd")["type"]!.GetValue<string>().Should().Be("Elsa.NotFoundActivity");

        var merged = Merge(model => Activity(model, "odd")["metadata"]!["designer"]!["position"]!["x"] = 99);

        Same(Activity(merged, "odd"), """{ "id": "odd", "type": "Acme.Unknown", "foo": { "bar": 1 }, "metadata": { "designer": { "position": { "x": 99, "y": 1 } } } }""");
    }

    [Fact]
    public void finds_nested_activities_again_wherever_they_stand()
    {
        var before = FlowDefinition.Parse("""
            { "name": "n", "root": { "id": "flow", "type": "Elsa.Flowchart", "activities": [
              { "id": "if", "type": "Elsa.If", "then": { "id": "deep", "type": "Elsa.Sequence", "activities": [ { "id": "w", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "a" }, "x": 1 } } ] } } ] } }
            """);
        var model = PresentedDefinition.Of(before, (_, _) => false);
        model["root"]!["activities"]![0]!["then"]!["activities"]![0]!["text"] = Edited("String", "Literal", "b");

        var merged = MergedDefinition.Of(before, model, (_, _) => false);

        Same(merged["root"]!["activities"]![0]!["then"]!["activities"]![0], """{ "id": "w", "type": "Elsa.WriteLine", "text": { "typeName": "String", "expression": { "type": "Literal", "value": "b" }, "x": 1 } }""");
    }

    [Fact]
    public void believes_nothing_of_what_the_product_itself_says()
    {
        var merged = Merge(model =>
        {
            (model["id"], model["definitionId"], model["version"], model["isPublished"], model["isSystem"]) = ("other", "other", 9, true, true);
            model["links"] = null;
        });

        Same(merged, Before.Document);
    }

    private static JsonObject Merge(Action<JsonObject> edit)
    {
        var model = PresentedDefinition.Of(Before, (_, _) => false);
        edit(model);
        return MergedDefinition.Of(Before, model, (_, _) => false);
    }

    private static JsonObject Edited(string? typeName, string type, string value) => new()
    {
        ["typeName"] = typeName,
        ["expression"] = new JsonObject { ["type"] = type, ["value"] = value },
        ["memoryReference"] = null,
    };

    private static JsonObject Activity(JsonObject document, string id) => document["root"]!["activities"]!.AsArray().Single(one => one!["id"]!.GetValue<string>() == id)!.AsObject();

    private static void Drop(JsonObject json, params string[] names) => names.ToList().ForEach(name => json.Remove(name));

    private static void Reverse(JsonArray items)
    {
        var reversed = items.Reverse().ToList();
        items.Clear();
        reversed.ForEach(items.Add);
    }

    private static void Same(JsonNode? actual, string expected) => Same(actual, JsonNode.Parse(expected));

    private static void Same(JsonNode? actual, JsonNode? expected) => JsonNode.DeepEquals(actual, expected).Should().BeTrue($"{actual?.ToJsonString()} equals {expected?.ToJsonString()}");
}
