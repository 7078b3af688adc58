using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Host.Tests.Elsa;

public sealed class A_case_as_an_instance(RunningHost host) : ElsaTest(host)
{
    [Fact]
    public async Task shows_an_administrator_where_it_stands_and_nothing_of_what_it_says()
    {
        var (caseId, caseNo) = await Receive();

        var listed = await Json(await Post("workflow-instances", new JsonObject { ["searchTerm"] = caseNo }));
        var instance = await Get($"workflow-instances/{caseId}");
        var journal = await Get($"workflow-instances/{caseId}/journal");
        var variables = await Get($"workflow-instances/{caseId}/variables");
        var definition = await Get($"workflow-definitions/by-id/{instance["definitionVersionId"]}");

        listed["items"]!.AsArray().Single()!["id"]!.GetValue<string>().Should().Be(caseId);
        instance["subStatus"]!.GetValue<string>().Should().Be("Suspended");
        instance["workflowState"]!["bookmarks"]!.AsArray().Should().ContainSingle();
        journal["items"]!.AsArray().Select(line => line!["eventName"]!.GetValue<string>()).Should().Contain("Suspended");
        definition["definitionId"]!.GetValue<string>().Should().Be(instance["definitionId"]!.GetValue<string>());
        variables["items"]!.AsArray().Should().BeEmpty();
        (instance.ToJsonString() + journal.ToJsonString()).Should().NotContain("2026-0001");
    }

    [Fact]
    public async Task is_neither_cancelled_nor_deleted_nor_answered_from_here()
    {
        var (caseId, _) = await Receive();
        var activity = (await Get($"workflow-instances/{caseId}"))["workflowState"]!["bookmarks"]![0]!["activityId"]!.GetValue<string>();
        var task = $"{caseId}.{Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(activity))}";

        (await Errors(await Post($"cancel/workflow-instances/{caseId}"))).Should().Contain("case");
        (await Errors(await Admin.DeleteAsync($"/elsa/api/workflow-instances/{caseId}", Cancel))).Should().Contain("case");
        (await Errors(await Post($"tasks/{task}/complete", new JsonObject { ["result"] = "Accepted" }))).Should().Contain("person");

        (await Get($"workflow-instances/{caseId}/execution-state"))["status"]!.GetValue<string>().Should().Be("Running");
    }

    [Fact]
    public async Task is_there_for_administrators_of_its_unit_only()
    {
        var (caseId, caseNo) = await Receive();
        var units = (await Admin.GetFromJsonAsync<JsonObject>("/api/v1/organisation/units?take=200", Cancel))!["items"]!.AsArray();
        var elsewhere = units[^1]!["code"]!.GetValue<string>();
        var person = $"admin.{Guid.NewGuid():N}";
        (await Admin.PostAsJsonAsync("/api/v1/organisation/people", new
        {
            userName = person,
            displayName = "Administrator elsewhere",
            password = RunningHost.Password,
            grants = new[] { new { role = "Administrator", unit = elsewhere } },
        }, Cancel)).StatusCode.Should().Be(HttpStatusCode.Created);
        using var other = await Host.As(person);

        (await other.GetAsync($"/elsa/api/workflow-instances/{caseId}", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await Json(await Post(other, "workflow-instances", new JsonObject { ["searchTerm"] = caseNo })))["items"]!.AsArray().Should().BeEmpty();
        var flows = await Json(await other.GetAsync("/elsa/api/workflow-definitions?versionOptions=Latest&pageSize=1", Cancel));
        flows["items"]![0]!["links"]!.AsArray().Select(link => link!["rel"]!.GetValue<string>()).Should().NotContain("publish").And.Contain("self");
        (await Errors(await Post(other, "workflow-definitions", new JsonObject { ["model"] = NewFlow(Unique("Elsewhere")) }))).Should().Contain("Administrator");
    }

    private async Task<(string CaseId, string CaseNo)> Receive()
    {
        using var clerk = await Host.As("wang.wei");
        var application = new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "试一试", exceptionReason = "no document at hand" }, form = new { fileNumber = "2026-0001" } };
        var received = await Json(await clerk.PostAsJsonAsync("/api/v1/cases", application, Cancel), HttpStatusCode.Created);
        return (received["caseId"]!.GetValue<string>(), received["caseNo"]!.GetValue<string>());
    }
}
