using System.Net;
using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Host.Tests.Elsa;

public sealed class Trying_a_flow_out(RunningHost host) : ElsaTest(host)
{
    private const string Review = """{ "id": "task", "name": "Task1", "type": "Elsa.RunTask", "version": 1, "taskName": { "typeName": "String", "expression": { "type": "Literal", "value": "review" } } }""";

    [Fact]
    public async Task runs_the_draft_and_tells_Studio_the_instance_by_its_header()
    {
        var draft = await Save(Chain(Unique("Draft"), Line("a", "hello"), Review, Line("b", "bye")));

        var answer = await Post($"workflow-definitions/{draft["definitionId"]}/execute", JsonNode.Parse("""{ "correlationId": null, "triggerActivityId": null, "versionOptions": "Latest", "input": null }"""));

        var state = (await Json(answer))["workflowState"]!;
        var id = answer.Headers.GetValues("x-elsa-workflow-instance-id").Single();
        state["id"]!.GetValue<string>().Should().Be(id);
        state["subStatus"]!.GetValue<string>().Should().Be("Suspended");
        (await Events(id)).Should().Equal("Workflow1 Started", "flow Started", "a Started", "a Completed", "task Started", "task Suspended");
    }

    [Theory]
    [InlineData("""{ "versionOptions": "\ud800" }""")]
    [InlineData("""{ "versionOptions": "Latest", "input": { "\udc00": 1 } }""")]
    public async Task refuses_half_a_character(string body)
    {
        var draft = await Save(Chain(Unique("Half"), Line("a", "hello")));
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await Admin.PostAsync($"/elsa/api/workflow-definitions/{draft["definitionId"]}/execute", content, Cancel);

        (await Errors(answer)).Should().Contain("half a character");
    }

    [Fact]
    public async Task goes_on_with_a_result_from_outside_and_ends()
    {
        var id = await Run(Chain(Unique("Result"), Review, Line("b", "bye")));
        var task = (await Get($"workflow-instances/{id}"))["workflowState"]!["bookmarks"]![0]!["payload"]!["taskId"]!.GetValue<string>();

        (await Post($"tasks/{task}/complete", new JsonObject { ["result"] = "fine" })).StatusCode.Should().Be(HttpStatusCode.OK);

        (await Get($"workflow-instances/{id}/execution-state"))["subStatus"]!.GetValue<string>().Should().Be("Finished");
        var journal = await Get($"workflow-instances/{id}/journal");
        journal["items"]!.AsArray().Single(line => line!["activityId"]!.GetValue<string>() == "b" && line["eventName"]!.GetValue<string>() == "Completed")!["message"]!.GetValue<string>().Should().Be("bye");
        (await Post($"tasks/{task}/complete", new JsonObject { ["result"] = "again" })).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await Post("tasks/nothing/complete")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task shows_what_each_activity_was_given_and_what_it_gave()
    {
        var id = await Run(Chain(Unique("Values"), Review, Line("b", "bye")));
        var waiting = (await Get($"activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1:flow:task"))["items"]!.AsArray().Single()!;
        var task = (await Get($"workflow-instances/{id}"))["workflowState"]!["bookmarks"]![0]!["payload"]!["taskId"]!.GetValue<string>();

        await Post($"tasks/{task}/complete", new JsonObject { ["result"] = "fine" });

        var ended = await Get($"activity-executions/by-id?id={waiting["id"]}");
        waiting["activityState"]!.ToJsonString().Should().Be("""{"TaskName":"review"}""");
        ended["activityState"]!.ToJsonString().Should().Be("""{"TaskName":"review"}""");
        ended["outputs"]!.ToJsonString().Should().Be("""{"Result":"fine"}""");
        var line = (await Get($"activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId=Workflow1:flow:b"))["items"]![0]!;
        line["activityState"]!.ToJsonString().Should().Be("""{"Text":"bye"}""");
        (await Events(id)).Where(happened => happened.StartsWith("task ", StringComparison.Ordinal)).Should().Equal("task Started", "task Suspended", "task Completed");
    }

    [Fact]
    public async Task runs_one_activity_by_itself_and_keeps_nothing_of_it()
    {
        var flow = await Save(Chain(Unique("Alone"), Review, Line("b", "bye"), """{ "id": "f", "type": "Elsa.Fault", "version": 1, "message": { "typeName": "String", "expression": { "type": "Literal", "value": "broken" } } }"""));

        var (line, review, fault) = (await Test(flow, "b"), await Test(flow, "task"), await Test(flow, "f"));

        (line["status"]!.GetValue<string>(), line["activityState"]!.ToJsonString()).Should().Be(("Completed", """{"Text":"bye"}"""));
        (review["status"]!.GetValue<string>(), review["activityState"]!.ToJsonString()).Should().Be(("Running", """{"TaskName":"review"}"""));
        (fault["status"]!.GetValue<string>(), fault["exception"]!["message"]!.GetValue<string>()).Should().Be(("Faulted", "broken"));
        (await Found(flow, "{}")).Should().BeEmpty();
    }

    [Fact]
    public async Task is_found_cancelled_and_deleted()
    {
        var flow = await Save(Chain(Unique("Ended"), Review));
        var (first, second) = (await Start(flow), await Start(flow));

        (await Post($"cancel/workflow-instances/{first}")).StatusCode.Should().Be(HttpStatusCode.OK);

        (await Found(flow, """{ "statuses": ["Running"] }""")).Should().Equal(second);
        (await Found(flow, """{ "statuses": [1], "subStatuses": ["Cancelled"] }""")).Should().Equal(first);
        (await Found(flow, "{}")).Should().Equal(second, first);
        (await Found(flow, """{ "orderDirection": "Ascending", "page": 1, "pageSize": 1 }""")).Should().Equal(second);
        (await Found(flow, """{ "timestampFilters": [ { "column": "FinishedAt", "operator": "LessThan", "timestamp": "2020-01-01T00:00:00Z" } ] }""")).Should().BeEmpty();
        (await Post("bulk-actions/delete/workflow-instances/by-id", new JsonObject { ["ids"] = new JsonArray(first, second) })).StatusCode.Should().Be(HttpStatusCode.OK);
        (await Admin.GetAsync($"/elsa/api/workflow-instances/{first}", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task is_cancelled_with_all_that_run_of_its_version()
    {
        var (flow, other) = (await Save(Chain(Unique("Cancelled"), Review)), await Save(Chain(Unique("Going on"), Review)));
        var (first, second, third) = (await Start(flow), await Start(flow), await Start(other));

        var answer = await Json(await Post("bulk-actions/cancel/workflow-instances", new JsonObject { ["ids"] = null, ["definitionVersionId"] = flow["id"]!.DeepClone() }));

        answer["cancelledCount"]!.GetValue<int>().Should().Be(2);
        (await Found(flow, """{ "subStatuses": ["Cancelled"] }""")).Should().BeEquivalentTo(first, second);
        (await Found(other, """{ "statuses": ["Running"] }""")).Should().Equal(third);
    }

    [Fact]
    public async Task fires_its_timers_by_itself()
    {
        var id = await Run(Chain(Unique("Delay"), """{ "id": "delay", "type": "Elsa.Delay", "version": 1, "timeSpan": { "typeName": "TimeSpan", "expression": { "type": "Literal", "value": "00:00:01" } } }""", Line("b", "later")));

        for (var end = DateTime.UtcNow.AddSeconds(40); (await Get($"workflow-instances/{id}/execution-state"))["status"]!.GetValue<string>() != "Finished"; await Task.Delay(250, Cancel))
        {
            DateTime.UtcNow.Should().BeBefore(end, "timers are swept every ten seconds");
        }

        (await Events(id)).Should().ContainInOrder("delay Suspended", "delay Completed", "b Completed");
    }

    [Fact]
    public async Task shows_a_fault_where_it_is()
    {
        var id = await Run(Chain(Unique("Fault"), """{ "id": "f", "type": "Elsa.Fault", "version": 1, "message": { "typeName": "String", "expression": { "type": "Literal", "value": "broken" } } }"""));

        var instance = await Get($"workflow-instances/{id}");
        var stats = (await Json(await Post("activity-executions/report", new JsonObject { ["workflowInstanceId"] = id, ["activityNodeIds"] = new JsonArray("Workflow1:flow:f") })))["stats"]![0]!;

        instance["workflowState"]!["incidents"]![0]!["activityId"]!.GetValue<string>().Should().Be("f");
        instance["subStatus"]!.GetValue<string>().Should().Be("Faulted");
        stats["isFaulted"]!.GetValue<bool>().Should().BeTrue();
        (await Json(await Post($"workflow-instances/{id}/journal?skip=0&take=10", JsonNode.Parse("""{ "filter": { "eventNames": ["Faulted"] } }"""))))["items"]!.AsArray().Should().NotBeEmpty();
    }

    [Fact]
    public async Task leaves_no_trace_outside_the_run_whatever_the_flow()
    {
        var runs = new List<Guid>();
        foreach (var definition in (await Get("workflow-definitions?versionOptions=Published&pageSize=100"))["items"]!.AsArray())
        {
            var answer = await Post($"workflow-definitions/{definition!["definitionId"]}/execute", JsonNode.Parse("""{ "versionOptions": "Published" }"""));
            runs.Add(Guid.Parse((await Json(answer))["workflowState"]!["id"]!.GetValue<string>()));
            await AnswerAll(runs[^1]);
        }

        runs.Should().HaveCountGreaterThanOrEqualTo(10, "the shipped flows are tried");
        foreach (var table in new[] { "cases", "task_open", "task_closed", "timer", "outbox", "document", "alert", "audit" })
        {
            (await Rows(table, runs)).Should().Be(0, table);
        }
    }

    [Fact]
    public async Task is_for_those_who_may_change_flows()
    {
        using var clerk = await Host.As("wang.wei");
        var flow = await Save(Chain(Unique("Closed"), Review));

        (await Errors(await Post(clerk, $"workflow-definitions/{flow["definitionId"]}/execute"))).Should().Contain("right");
        (await Post($"workflow-definitions/{flow["definitionId"]}/execute")).StatusCode.Should().Be(HttpStatusCode.NotFound, "nothing is published");
    }

    /// <summary>Answers the open tasks of a run, a few steps far.</summary>
    private async Task AnswerAll(Guid id)
    {
        for (var step = 0; step < 5; step++)
        {
            var state = (await Get($"workflow-instances/{id}"))["workflowState"]!;
            foreach (var place in state["bookmarks"]!.AsArray())
            {
                var task = place!["payload"]!["taskId"]!.GetValue<string>();
                foreach (var outcome in new[] { "Accepted", "Verified", "Complete", "Granted", "Approved", "Done" })
                {
                    await Post($"tasks/{task}/complete", new JsonObject { ["result"] = outcome });
                }
            }
        }
    }

    private async Task<long> Rows(string table, IReadOnlyCollection<Guid> runs)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(Host.ConnectionString);
        await using var command = source.CreateCommand($"select count(*) from {table} where case_id = any($1)");
        command.Parameters.Add(new() { Value = runs.ToArray() });
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private async Task<List<string>> Found(JsonObject flow, string filter)
    {
        var body = JsonNode.Parse(filter)!.AsObject();
        body["definitionIds"] = new JsonArray(flow["definitionId"]!.DeepClone());
        return [.. (await Json(await Post("workflow-instances", body)))["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>())];
    }

    private async Task<JsonObject> Test(JsonObject flow, string activity) => await Json(await Post("tests/activities", new JsonObject
    {
        ["workflowDefinitionHandle"] = new JsonObject { ["definitionId"] = null, ["versionOptions"] = null, ["definitionVersionId"] = flow["id"]!.DeepClone() },
        ["activityHandle"] = new JsonObject { ["activityId"] = activity, ["activityNodeId"] = null },
    }));

    private async Task<IEnumerable<string>> Events(string id) =>
        (await Get($"workflow-instances/{id}/journal?skip=0&take=500"))["items"]!.AsArray().Select(line => $"{line!["activityId"]} {line["eventName"]}");

    private async Task<string> Run(JsonObject model) => await Start(await Save(model));

    private async Task<string> Start(JsonObject flow) =>
        (await Json(await Post($"workflow-definitions/{flow["definitionId"]}/dispatch", JsonNode.Parse("""{ "versionOptions": "Latest" }"""))))["workflowInstanceId"]!.GetValue<string>();

    /// <summary>A flow of activities one after the other.</summary>
    private static JsonObject Chain(string name, params string[] activities)
    {
        var model = NewFlow(name, activities);
        var ids = model["root"]!["activities"]!.AsArray().Select(activity => activity!["id"]!.GetValue<string>()).ToList();
        foreach (var (source, target) in ids.Zip(ids.Skip(1)))
        {
            model["root"]!["connections"]!.AsArray().Add(JsonNode.Parse($$"""{ "source": { "activity": "{{source}}", "port": "Done" }, "target": { "activity": "{{target}}", "port": "In" } }"""));
        }

        return model;
    }
}
