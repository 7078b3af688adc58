using System.Net;
using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Host.Tests.Elsa;

public sealed class Versions_of_a_definition(RunningHost host) : ElsaTest(host)
{
    [Fact]
    public async Task are_listed_opened_and_brought_back()
    {
        var first = await Save(NewFlow(Unique("History"), Line("a", "one")), publish: true);
        var id = first["definitionId"]!.GetValue<string>();
        first["root"]!["activities"]![0]!["text"]!["expression"]!["value"] = "two";
        var second = await Save(first);

        var reverted = await Json(await Post($"workflow-definitions/{id}/revert/1"));

        (await Get($"workflow-definitions?versionOptions=AllVersions&DefinitionIds={id}&OrderBy=Version&OrderDirection=Descending"))["items"]!.AsArray()
            .Select(item => item!["version"]!.GetValue<int>()).Should().BeInDescendingOrder().And.Contain([1, 2]);
        var opened = await Get($"workflow-definitions/by-id/{reverted["id"]}");
        opened["root"]!["activities"]![0]!["text"]!["expression"]!["value"]!.GetValue<string>().Should().Be("one");
        opened["isLatest"]!.GetValue<bool>().Should().BeTrue();
        (await Get($"workflow-definitions/by-definition-id/{id}?versionOptions=1"))["version"]!.GetValue<int>().Should().Be(1);
        second["version"]!.GetValue<int>().Should().Be(2);
        (await Errors(await Admin.GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{id}?versionOptions=Newest", Cancel))).Should().Contain("Newest");
    }

    [Fact]
    public async Task are_deleted_one_by_one_and_the_one_before_is_the_newest_again()
    {
        var first = await Save(NewFlow(Unique("Deleted"), Line("a", "one")), publish: true);
        var id = first["definitionId"]!.GetValue<string>();
        first["description"] = "two";
        var second = await Save(first);

        (await Admin.DeleteAsync($"/elsa/api/workflow-definition-versions/{second["id"]}", Cancel)).StatusCode.Should().Be(HttpStatusCode.NoContent);

        (await Get($"workflow-definitions/by-definition-id/{id}?versionOptions=Latest"))["version"]!.GetValue<int>().Should().Be(1);
        (await Admin.DeleteAsync($"/elsa/api/workflow-definitions/{id}", Cancel)).StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await Admin.GetAsync($"/elsa/api/workflow-definitions/by-definition-id/{id}", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task are_kept_where_cases_run_on_them_or_others_use_them()
    {
        var shipped = (await Get("workflow-definitions?versionOptions=Published&pageSize=100"))["items"]!.AsArray().Select(item => item!["definitionId"]!.GetValue<string>())
            .First(id => !id.StartsWith("golden", StringComparison.Ordinal) && !Guid.TryParse(id, out _));
        var used = await Save(NewFlow(Unique("Used"), Line("a", "one")), publish: true);
        var user = await Save(NewFlow(Unique("User"), $$"""
            { "id": "sub", "type": "Elsa.ExecuteWorkflow", "version": 1, "workflowDefinitionId": { "typeName": "String", "expression": { "type": "Literal", "value": "{{used["definitionId"]}}" } } }
            """));

        (await Errors(await Admin.DeleteAsync($"/elsa/api/workflow-definitions/{shipped}", Cancel))).Should().Contain("item");
        (await Errors(await Admin.DeleteAsync($"/elsa/api/workflow-definitions/{used["definitionId"]}", Cancel))).Should().Contain(user["definitionId"]!.GetValue<string>());
        (await Get($"workflow-definitions/{used["definitionId"]}/consumers"))["consumingWorkflowDefinitionIds"]!.AsArray().Single()!.GetValue<string>().Should().Be(user["definitionId"]!.GetValue<string>());
    }

    [Fact]
    public async Task are_published_retracted_and_deleted_together_each_for_itself()
    {
        var good = (await Save(NewFlow(Unique("Good"), Line("a", "one"))))["definitionId"]!.GetValue<string>();
        var bad = (await Save(NewFlow(Unique("Bad"), """{ "id": "http", "type": "Elsa.HttpEndpoint", "version": 1 }""")))["definitionId"]!.GetValue<string>();
        var ids = new JsonObject { ["definitionIds"] = new JsonArray(good, bad, "nowhere") };

        var published = await Json(await Post("bulk-actions/publish/workflow-definitions/by-definition-ids", ids.DeepClone()));
        var retracted = await Json(await Post("bulk-actions/retract/workflow-definitions/by-definition-ids", ids.DeepClone()));
        var deleted = await Json(await Post("bulk-actions/delete/workflow-definitions/by-definition-id", ids.DeepClone()));

        Texts(published, "published").Should().Equal(good);
        Texts(published, "failed").Should().Equal(bad);
        published["warnings"]![bad]!.AsArray().Should().NotBeEmpty();
        Texts(published, "notFound").Should().Equal("nowhere");
        Texts(retracted, "retracted").Should().Equal(good);
        Texts(retracted, "notPublished").Should().Equal(bad);
        deleted["deleted"]!.GetValue<int>().Should().Be(2);
    }

    [Fact]
    public async Task have_a_name_that_is_told_to_be_free_or_not()
    {
        var saved = await Save(NewFlow(Unique("Name")));
        var name = Uri.EscapeDataString(saved["name"]!.GetValue<string>());

        (await Get($"workflow-definitions/validation/is-name-unique?name={name}"))["isUnique"]!.GetValue<bool>().Should().BeFalse();
        (await Get($"workflow-definitions/validation/is-name-unique?name={name}&definitionId={saved["definitionId"]}"))["isUnique"]!.GetValue<bool>().Should().BeTrue();
        (await Get($"workflow-definitions/validation/is-name-unique?name={name}x"))["isUnique"]!.GetValue<bool>().Should().BeTrue();
    }

    [Fact]
    public async Task show_the_way_to_a_nested_activity()
    {
        var saved = await Save(NewFlow(Unique("Nested"), $$"""{ "id": "if", "type": "Elsa.If", "version": 1, "then": {{Line("deep", "x")}} }"""));

        var segments = await Get($"workflow-definitions/subgraph/segments/{saved["id"]}?childNodeId=Workflow1:flow:if:deep");
        var node = await Get($"workflow-definitions/subgraph/{saved["id"]}?parentNodeId=Workflow1:flow:if");

        segments["childNode"]!["port"]!.GetValue<string>().Should().Be("Then");
        segments["pathSegments"]![0]!["activityId"]!.GetValue<string>().Should().Be("if");
        segments["pathSegments"]![0]!["portName"]!.GetValue<string>().Should().Be("Then");
        node["activity"]!["then"]!["id"]!.GetValue<string>().Should().Be("deep");
        (await Admin.GetAsync($"/elsa/api/workflow-definitions/subgraph/{saved["id"]}?parentNodeId=nowhere", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Texts(JsonObject answer, string list) => answer[list]!.AsArray().Select(item => item!.GetValue<string>());
}
