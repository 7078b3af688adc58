using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Host.Tests.Elsa;

public sealed class Saving_a_definition(RunningHost host) : ElsaTest(host)
{
    [Fact]
    public async Task makes_a_draft_that_is_listed_and_opened_with_the_rights_to_edit_it()
    {
        var saved = await Save(NewFlow(Unique("First")));
        var id = saved["definitionId"]!.GetValue<string>();

        var opened = await Get($"workflow-definitions/by-definition-id/{id}?versionOptions=Latest");
        var listed = await Get($"workflow-definitions?versionOptions=Latest&Page=0&PageSize=10&SearchTerm={Uri.EscapeDataString(saved["name"]!.GetValue<string>())}&IsSystem=False&OrderDirection=Ascending");

        JsonNode.DeepEquals(opened, saved).Should().BeTrue();
        opened["isLatest"]!.GetValue<bool>().Should().BeTrue();
        opened["variables"]!.AsArray().Should().BeEmpty();
        Rels(opened).Should().Contain("publish");
        listed["totalCount"]!.GetValue<int>().Should().Be(1);
        Rels(listed).Should().Contain("bulk-publish");
        Rels(listed["items"]![0]!).Should().Contain("publish");
    }

    [Fact]
    public async Task keeps_in_the_document_what_Studio_does_not_know()
    {
        var document = JsonNode.Parse($$"""
            { "$schema": "https://example.org/schema.json", "name": "{{Unique("Kept")}}", "x-owner": { "unit": "A" },
              "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "activities": [ {{Line("a", "one")}}, {{Line("b", "two")}} ],
                "connections": [ { "source": { "activity": "a", "port": "Done" }, "target": { "activity": "b", "port": "In" }, "x-color": "red" } ] } }
            """);
        var id = Unique("kept").Replace(' ', '-');
        (await Admin.PutAsJsonAsync($"/api/v1/definitions/{id}", new { document }, Cancel)).StatusCode.Should().Be(HttpStatusCode.OK);
        var before = await Document(id);
        var model = await Get($"workflow-definitions/by-definition-id/{id}?versionOptions=Latest");
        model.Remove("$schema");
        model.Remove("x-owner");
        model["root"]!["connections"]![0]!.AsObject().Remove("x-color");
        model["root"]!["activities"]![0]!["text"] = JsonNode.Parse("""{ "typeName": "String", "expression": { "type": "Literal", "value": "1" }, "memoryReference": null }""");

        await Save(model);

        before["root"]!["activities"]![0]!["text"]!["expression"]!["value"] = "1";
        JsonNode.DeepEquals(await Document(id), before).Should().BeTrue();
    }

    [Fact]
    public async Task refuses_what_was_loaded_before_somebody_else_saved_and_says_so_to_Studio_and_to_programs()
    {
        using var other = await Host.As("designer");
        var loaded = await Save(NewFlow(Unique("Stale")));
        var theirs = loaded.DeepClone().AsObject();
        theirs["description"] = "theirs";
        await Json(await Post(other, "workflow-definitions", new JsonObject { ["model"] = theirs }));

        loaded["description"] = "mine";
        var refused = await Post("workflow-definitions", new JsonObject { ["model"] = loaded.DeepClone() });

        (await Errors(refused)).Should().Contain("Somebody else changed");
        (await Get($"workflow-definitions/by-definition-id/{loaded["definitionId"]}"))["description"]!.GetValue<string>().Should().Be("theirs");
        var own = await Admin.PutAsJsonAsync($"/api/v1/definitions/{loaded["definitionId"]}", new { document = loaded, buildsOn = new { version = 1, revision = 0 } }, Cancel);
        own.StatusCode.Should().Be(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task lets_the_overlapping_saves_of_one_person_pass()
    {
        var loaded = await Save(NewFlow(Unique("Overlap")));
        var (first, second) = (loaded.DeepClone().AsObject(), loaded.DeepClone().AsObject());
        (first["description"], second["description"]) = ("first", "second");

        await Save(first);
        (await Save(second))["description"]!.GetValue<string>().Should().Be("second");
    }

    /// <summary>Studio publishes while a save that it makes by itself is still on its way.</summary>
    [Fact]
    public async Task lets_a_publication_pass_that_meets_a_save_of_the_same_person()
    {
        var draft = await Save(NewFlow(Unique("Meeting"), Line("a", "one")));
        for (var round = 0; round < 10; round++)
        {
            var (touched, published) = (draft.DeepClone().AsObject(), draft.DeepClone().AsObject());
            (touched["description"], published["description"]) = ($"touched {round}", $"published {round}");

            var answers = await Task.WhenAll(
                Post("workflow-definitions", new JsonObject { ["model"] = touched }), Post("workflow-definitions", new JsonObject { ["model"] = published, ["publish"] = true }));

            answers[1].StatusCode.Should().Be(HttpStatusCode.OK);
            (await Get($"workflow-definitions/by-definition-id/{draft["definitionId"]}?versionOptions=Published"))["description"]!.GetValue<string>().Should().Be($"published {round}");
            draft = await Get($"workflow-definitions/by-definition-id/{draft["definitionId"]}?versionOptions=Latest");
            draft["description"] = $"between {round}";
            draft = await Save(draft);
        }
    }

    [Fact]
    public async Task refuses_a_name_that_is_taken()
    {
        var saved = await Save(NewFlow(Unique("Taken")));

        (await Errors(await Post("workflow-definitions", new JsonObject { ["model"] = NewFlow(saved["name"]!.GetValue<string>()) }))).Should().Contain("name");
    }

    [Fact]
    public async Task publishes_and_begins_a_new_draft_with_the_next_change()
    {
        var published = await Save(NewFlow(Unique("Published"), Line("a", "one")), publish: true);
        published["isPublished"]!.GetValue<bool>().Should().BeTrue();
        var unchanged = await Save(published);
        unchanged["version"]!.GetValue<int>().Should().Be(1);

        published["description"] = "changed";
        var draft = await Save(published);

        draft["version"]!.GetValue<int>().Should().Be(2);
        draft["isPublished"]!.GetValue<bool>().Should().BeFalse();
        (await Get($"workflow-definitions/by-definition-id/{published["definitionId"]}?versionOptions=Published"))["version"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task saves_nothing_when_it_cannot_publish()
    {
        var draft = await Save(NewFlow(Unique("Faulty")));
        draft["root"]!["activities"]!.AsArray().Add(JsonNode.Parse("""{ "id": "http", "type": "Elsa.HttpEndpoint", "version": 1 }"""));

        var refused = await Post("workflow-definitions", new JsonObject { ["model"] = draft.DeepClone(), ["publish"] = true });

        (await Errors(refused)).Should().NotBeEmpty();
        (await Get($"workflow-definitions/by-definition-id/{draft["definitionId"]}"))["root"]!["activities"]!.AsArray().Should().BeEmpty();
    }

    [Fact]
    public async Task is_shown_as_refused_to_who_has_no_right_or_no_session()
    {
        using var clerk = await Host.As("wang.wei");
        using var nobody = Host.Anonymous();
        using var expired = Host.Anonymous();
        expired.DefaultRequestHeaders.Add("Cookie", "approval=gone");
        var save = new JsonObject { ["model"] = NewFlow(Unique("Forbidden")) };

        (await Errors(await Post(clerk, "workflow-definitions", save))).Should().Contain("right");
        (await Errors(await Post(expired, "workflow-definitions", save))).Should().Contain("signed in");
        (await Post(nobody, "workflow-definitions", save)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await clerk.GetAsync("/elsa/api/workflow-definitions", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task names_the_place_of_what_is_unreadable()
    {
        var broken = NewFlow(Unique("Broken"));
        broken["variables"] = JsonNode.Parse("""[ { "id": "v", "name": "v", "value": 5 } ]""");

        var refused = await Json(await Post("workflow-definitions", new JsonObject { ["model"] = broken }), HttpStatusCode.BadRequest);

        refused["errors"]!.AsObject().Single().Key.Should().Be("$.variables[0].value");
        (await Admin.PostAsync("/elsa/api/workflow-definitions", new StringContent("{"), Cancel)).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private async Task<JsonObject> Document(string id)
    {
        var flow = await Admin.GetFromJsonAsync<JsonObject>($"/api/v1/definitions/{id}", Cancel);
        return flow!["document"]!.DeepClone().AsObject();
    }

    private static IEnumerable<string> Rels(JsonNode shown) => shown["links"]!.AsArray().Select(link => link!["rel"]!.GetValue<string>());
}
