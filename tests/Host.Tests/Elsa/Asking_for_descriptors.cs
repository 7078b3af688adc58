using System.Net;
using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Host.Tests.Elsa;

public sealed class Asking_for_descriptors(RunningHost host) : ElsaTest(host)
{
    [Theory]
    [InlineData("zh-CN", "审批", "审查任务")]
    [InlineData("zh-TW", "審批", "審查任務")]
    [InlineData("en", "Approval", "Review Task")]
    public async Task gives_our_activities_a_category_of_their_own_in_the_readers_language(string language, string category, string name)
    {
        Admin.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);

        var items = (await Get("descriptors/activities?Refresh=True"))["items"]!.AsArray();

        var ours = items.Where(item => ((string)item!["typeName"]!).StartsWith("Approval.", StringComparison.Ordinal)).ToList();
        ours.Should().HaveCountGreaterThanOrEqualTo(10).And.OnlyContain(item => (string)item!["category"]! == category);
        ours.Should().ContainSingle(item => (string)item!["displayName"]! == name);
        items.Select(item => $"{item!["typeName"]} {item["version"]}").Should().OnlyHaveUniqueItems("a pair that is there twice keeps Studio from loading anything");
    }

    [Fact]
    public async Task a_second_time_costs_nothing()
    {
        var first = await Admin.GetAsync("/elsa/api/descriptors/activities?Refresh=True", Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/elsa/api/descriptors/activities?Refresh=True") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        (await Admin.SendAsync(again, Cancel)).StatusCode.Should().Be(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task shows_a_published_definition_as_an_activity_with_its_inputs_and_outcomes()
    {
        var flow = NewFlow(Unique("Site visit"), Line("a", "one"));
        flow["options"] = new JsonObject { ["usableAsActivity"] = true, ["activityCategory"] = "Visits" };
        flow["outcomes"] = new JsonArray("Seen", "Missed");
        flow["inputs"] = JsonNode.Parse("""[ { "name": "address", "type": "String", "displayName": "Address", "uiHint": "multiline" } ]""");
        var published = await Save(flow, publish: true);

        var descriptor = (await Get("descriptors/activities"))["items"]!.AsArray().Should()
            .ContainSingle(item => (string?)item!["constructionProperties"]!["WorkflowDefinitionVersionId"] == (string)published["id"]!).Subject!;

        ((string)descriptor["typeName"]!).Should().StartWith("SiteVisit").And.NotContain(" ");
        ((string)descriptor["category"]!).Should().Be("Visits");
        descriptor["ports"]!.AsArray().Where(port => (string)port!["type"]! == "Flow").Select(port => (string)port!["name"]!).Should().Equal("Seen", "Missed");
        var input = descriptor["inputs"]!.AsArray().Should().ContainSingle().Subject!;
        ((string)input["name"]!, (string)input["uiHint"]!, (bool)input["isBrowsable"]!).Should().Be(("address", "multiline", true));
    }

    [Theory]
    [InlineData("Approval.ReviewTask", "Unit", "dropdown", "市场监督管理局 (YC-SCJG)", "YC-SCJG")]
    [InlineData("Approval.Notify", "To", "dropdown", "申请人", "applicant")]
    [InlineData("Approval.ExchangeData", "Receiver", "dropdown", "credit-site", "credit-site")]
    [InlineData("Approval.Countersign", "Seats", "checklist", "市场监督管理局 (YC-SCJG)", "YC-SCJG")]
    public async Task fills_editors_with_what_the_centre_has(string type, string property, string editor, string text, string value)
    {
        var answer = await Json(await Post($"descriptors/activities/{type}/options/{property}", new JsonObject { ["context"] = new JsonObject() }));

        Items(answer, editor).Should().Contain((text, value));
        answer.ToJsonString().Should().NotContain("Refresh", "Studio would ask without end");
    }

    [Fact]
    public async Task keeps_what_is_set_among_the_choices()
    {
        var context = JsonNode.Parse("""{ "context": { "seats": { "typeName": "List<String>", "expression": { "type": "Object", "value": "[\"YC-SCJG\",\"user:gone\"]" } } } }""")!;

        var answer = await Json(await Post("descriptors/activities/Approval.Countersign/options/Seats", context));

        Items(answer, "checklist").Should().Contain(("user:gone", "user:gone"));
        Items(answer, "checklist").Should().ContainSingle(item => item.Value == "YC-SCJG");
    }

    [Fact]
    public async Task completes_scripts_with_the_flows_own_variables()
    {
        var flow = NewFlow(Unique("Scripted"));
        flow["variables"] = JsonNode.Parse("""[ { "id": "v", "name": "risk", "typeName": "Int32" } ]""");
        var saved = await Save(flow);

        var answer = await Post($"scripting/javascript/type-definitions/{saved["definitionId"]}", JsonNode.Parse("""{ "activityTypeName": "Elsa.WriteLine", "propertyName": "Text" }"""));

        (await answer.Content.ReadAsStringAsync(Cancel)).Should().Contain("declare function getRisk(): number;");
    }

    [Theory]
    [InlineData("expression-descriptors")]
    [InlineData("variables")]
    [InlineData("storage-drivers")]
    [InlineData("incident-strategies")]
    [InlineData("workflow-activation-strategies")]
    [InlineData("log-persistence-strategies")]
    public async Task of_every_other_kind_gives_something(string kind) => (await Get($"descriptors/{kind}"))["items"]!.AsArray().Should().NotBeEmpty();

    [Theory]
    [InlineData("descriptors/commit-strategies/workflows")]
    [InlineData("descriptors/commit-strategies/activities")]
    [InlineData("descriptors/output-converters")]
    [InlineData("resilience/strategies")]
    public async Task gives_an_empty_list_where_there_is_nothing_to_choose(string path) => (await Get(path)).ToJsonString().Should().Be("""{"items":[],"count":0}""");

    [Fact]
    public async Task is_for_administrators()
    {
        using var reviewer = await Host.As("li.na");

        (await reviewer.GetAsync("/elsa/api/descriptors/activities", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await Post(reviewer, "descriptors/activities/Approval.ReviewTask/options/Person", new JsonObject())).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    private static IEnumerable<(string Text, string Value)> Items(JsonObject answer, string editor) =>
        answer["items"]![editor]![editor == "checklist" ? "checkList" : "selectList"]!["items"]!.AsArray().Select(item => ((string)item!["text"]!, (string)item["value"]!));
}
