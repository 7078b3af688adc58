using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Migrating;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Tests.Api;

/// <summary>An administrator moves the running cases of a flow of their own to its second version.</summary>
public sealed class Moving_cases(RunningHost host)
{
    private const string Flow = "moved-flow";
    private const string Item = "MOVED-ITEM";

    private static readonly object Between = new { from = 1, to = 2, reason = "redesigned" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task proposes_previews_case_by_case_and_moves_each_with_its_task_in_the_same_hands()
    {
        using var admin = await host.As("admin");
        using var clerk = await host.As("wang.wei");
        var first = await Publish(admin, "check", buildsOn: null);
        await OpenItem(admin);
        var (caseId, task) = await Received(clerk);
        await Json(await Post(clerk, $"tasks/{task}/claim"));
        await Publish(admin, "looked", buildsOn: new { version = first.GetProperty("version").GetInt32(), revision = first.GetProperty("revision").GetInt32() });

        var proposal = await Json(await admin.GetAsync($"/api/v1/definitions/{Flow}/migrations/proposal?from=1&to=2", Cancel));
        var unmapped = new { from = 1, to = 2, reason = "redesigned", mapping = new { targets = new Dictionary<string, string?> { ["check"] = null } } };
        var skipped = await Json(await Post(admin, $"definitions/{Flow}/migrations/summary", unmapped));
        var previews = await Json(await Post(admin, $"definitions/{Flow}/migrations/preview", Between));
        var export = new { of = Between, export = new { format = "Csv" } };
        var taken = await (await Post(admin, $"definitions/{Flow}/migrations/preview/export?sort=Staying", export)).Content.ReadAsStringAsync(Cancel);
        (await Post(clerk, $"definitions/{Flow}/migrations/preview/export", export)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await Post(clerk, $"definitions/{Flow}/migrations", Between)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        var started = await Json(await Post(admin, $"definitions/{Flow}/migrations", Between), HttpStatusCode.Accepted);
        await host.Services.GetRequiredService<OpenMigrations>().RunAllAsync(Cancel);

        proposal.GetProperty("pairs").EnumerateArray().Single(pair => pair.GetProperty("activity").GetString() == "check").GetProperty("target").GetString().Should().Be("looked");
        skipped.GetProperty("movable").GetInt32().Should().Be(0);
        skipped.GetProperty("skipped")[0].GetProperty("code").GetString().Should().Be("TokenWithoutTarget");
        var preview = previews.GetProperty("items").EnumerateArray().Single();
        preview.GetProperty("tasks")[0].GetProperty("fate").GetString().Should().Be("Kept");
        preview.GetProperty("tasks")[0].GetProperty("assignee").GetString().Should().Be("wang.wei");
        taken.Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().HaveCount(2);
        taken.Should().ContainAll(preview.GetProperty("caseNo").GetString(), "Check → Check");
        var ended = await Ended(admin, started.GetProperty("migrationId").GetGuid());
        (ended.GetProperty("done").GetInt32(), ended.GetProperty("skipped").GetInt32()).Should().Be((1, 0));
        var left = await Post(admin, $"definitions/{Flow}/migrations/{started.GetProperty("migrationId").GetGuid()}/left/export", new { format = "Csv" });
        left.StatusCode.Should().Be(HttpStatusCode.OK);
        (await left.Content.ReadAsStringAsync(Cancel)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Should().ContainSingle("only the headings: none was left");
        var closed = await Json(await Post(clerk, $"tasks/{task}/complete", new { outcome = "Done" }));
        closed.GetProperty("caseId").GetGuid().Should().Be(caseId);
        closed.GetProperty("status").GetString().Should().Be("Closed");
    }

    /// <summary>The hosts' own job may have been faster with it.</summary>
    private static async Task<JsonElement> Ended(HttpClient admin, Guid migration)
    {
        JsonElement answer;
        do
        {
            answer = await Json(await admin.GetAsync($"/api/v1/definitions/{Flow}/migrations/{migration}", Cancel));
        }
        while (answer.GetProperty("state").GetString() == "Running");

        return answer;
    }

    private static async Task<JsonElement> Publish(HttpClient admin, string check, object? buildsOn)
    {
        var document = JsonNode.Parse("""
            {"definitionId": "moved-flow", "name": "Moved", "version": 1, "root": {"id": "flow", "type": "Elsa.Flowchart", "version": 1, "customProperties": {"approvalMode": "safe"},
              "activities": [
                {"id": "accept", "type": "Approval.AcceptApplication", "version": 1}, {"id": "clock", "type": "Approval.PromiseClock", "version": 1},
                {"id": "CHECK", "name": "Check", "type": "Approval.ReviewTask", "version": 1, "role": {"typeName": "String", "expression": {"type": "Literal", "value": "WindowClerk"}}},
                {"id": "close", "type": "Approval.CloseCase", "version": 1, "decision": {"typeName": "String", "expression": {"type": "Literal", "value": "Granted"}}}],
              "connections": [
                {"source": {"activity": "accept", "port": "Accepted"}, "target": {"activity": "clock"}}, {"source": {"activity": "clock"}, "target": {"activity": "CHECK"}},
                {"source": {"activity": "CHECK"}, "target": {"activity": "close"}}]}}
            """.Replace("CHECK", check, StringComparison.Ordinal));
        await Json(await admin.PutAsJsonAsync($"/api/v1/definitions/{Flow}", new { document, buildsOn }, Cancel));
        return await Json(await Post(admin, $"definitions/{Flow}/publish", new { }));
    }

    private static async Task OpenItem(HttpClient admin)
    {
        var name = new Dictionary<string, string> { ["zh-Hans"] = "移", ["zh-Hant"] = "移", ["en"] = "Moved" };
        var content = new { nationalCode = (string?)null, kind = "Promised", name, limits = new { kind = "WorkingDays", legalDays = 20, promisedDays = 5 }, unit = "YC-DA", definitionId = Flow, details = new { channels = new[] { "Window" }, applicants = new[] { "Person" } } };
        await Json(await admin.PutAsJsonAsync($"/api/v1/items/{Item}", new { content }, Cancel));
        await Json(await admin.PutAsJsonAsync($"/api/v1/items/{Item}/state", new { state = "InForce" }, Cancel));
    }

    private static async Task<(Guid CaseId, Guid Task)> Received(HttpClient clerk)
    {
        var received = await Json(await Post(clerk, "cases", new { item = Item, applicant = new { kind = "Person", name = "试一试", exceptionReason = "no document at hand" } }), HttpStatusCode.Created);
        var accepted = await Json(await Post(clerk, $"tasks/{received.GetProperty("openTasks")[0].GetGuid()}/complete", new { outcome = "Accepted" }));
        return (accepted.GetProperty("caseId").GetGuid(), accepted.GetProperty("openTasks")[0].GetGuid());
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, object? body = null) =>
        body is null ? client.PostAsync($"/api/v1/{path}", null, Cancel) : client.PostAsJsonAsync($"/api/v1/{path}", body, Cancel);

    private static async Task<JsonElement> Json(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.StatusCode.Should().Be(expected, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }
}
