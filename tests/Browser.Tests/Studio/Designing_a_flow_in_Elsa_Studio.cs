using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Browser.Tests.Studio;

public sealed class Designing_a_flow_in_Elsa_Studio(RunningHost host, Chromium chromium) : StudioTest(host, chromium)
{
    private const string Flow = "instant-copy";

    [Fact]
    public async Task changes_exactly_what_the_administrator_did_and_nothing_else()
    {
        using var admin = await Host.As("admin");
        var stored = new StoredFlow(admin, Flow);
        var shipped = await stored.Document();
        var expected = shipped.DeepClone().AsObject();
        await SignInTo($"/studio/workflows/definitions/{Flow}/edit");
        var editor = new StudioEditor(Page);
        await editor.Shown("accept");

        await editor.Set("accept", "答复期限", "4");
        Activity(expected, "accept")["answerWithinDays"]!["expression"]!["value"] = 4;
        await stored.ShouldBecome(expected);
        (await stored.State()).Should().Be((2, false));

        var line = await editor.Drop("基本", "写入日志", 900, 450);
        expected["root"]!["activities"]!.AsArray().Add(JsonNode.Parse(
            $$"""{ "id": "{{line}}", "nodeId": "Workflow1:flow:{{line}}", "name": "WriteLine1", "type": "Elsa.WriteLine", "version": 1, "metadata": {} }"""));
        await stored.ShouldBecome(expected);

        await editor.Connect("rate", "Done", line);
        expected["root"]!["connections"]!.AsArray().Add(JsonNode.Parse(
            $$"""{ "source": { "activity": "rate", "port": "Done" }, "target": { "activity": "{{line}}", "port": "In" }, "vertices": [] }"""));
        await stored.ShouldBecome(expected);

        await editor.Publish();
        (await stored.State()).Should().Be((2, true));
        await stored.ShouldBecome(expected);

        (await VersionOfTheNextCase(admin)).Should().Be(2, "what was published in Studio is what the next case runs");

        await editor.View(1);
        (await editor.Activities()).Should().Contain("accept").And.NotContain(line, "the flow as it was shipped is shown");
        await stored.ShouldBecome(expected);
        await Page.ReloadAsync();
        await editor.Shown("accept");
        (await editor.Activities()).Should().Contain(line, "the newest version is what is edited");

        await editor.RollBackTo(1);
        await stored.ShouldBecome(shipped);
        (await stored.State()).Should().Be((3, false));
        (await VersionOfTheNextCase(admin)).Should().Be(2, "a draft is nobody's flow yet");

        var run = await editor.Run();
        await Page.Locator("[data-cell-id='start']").WaitForAsync();
        var instance = (await admin.GetFromJsonAsync<JsonObject>($"/elsa/api/workflow-instances/{run}", Cancel))!;
        ((string)instance["definitionId"]!, (int)instance["version"]!, (string)instance["status"]!).Should().Be((Flow, 3, "Running"), "it waits at the window");
        await stored.ShouldBecome(shipped);
        Complaints.Should().BeEmpty();
    }

    /// <summary>Receives an application for the flow's item, accepts it at the window, and tells on which version it runs.</summary>
    private async Task<int> VersionOfTheNextCase(HttpClient admin)
    {
        using var clerk = await Host.As("wang.wei");
        var application = new { item = "YC-DA-0001", applicant = new { kind = "Person", name = "试一试", exceptionReason = "no document at hand" }, form = new { fileNumber = "2026-0001" } };
        var received = await Read(await clerk.PostAsJsonAsync("/api/v1/cases", application, Cancel));
        var accepted = await Read(await clerk.PostAsJsonAsync($"/api/v1/tasks/{received["openTasks"]![0]}/complete", new { outcome = "Accepted" }, Cancel));
        accepted["openTasks"]!.AsArray().Should().ContainSingle("it goes on after the window");
        var instance = (await admin.GetFromJsonAsync<JsonObject>($"/elsa/api/workflow-instances/{received["caseId"]}", Cancel))!;
        ((string)instance["definitionId"]!).Should().Be(Flow);
        return (int)instance["version"]!;
    }

    private static async Task<JsonObject> Read(HttpResponseMessage answer)
    {
        answer.IsSuccessStatusCode.Should().BeTrue(await answer.Content.ReadAsStringAsync(Cancel));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!;
    }

    private static JsonObject Activity(JsonObject document, string id) =>
        document["root"]!["activities"]!.AsArray().Single(activity => (string)activity!["id"]! == id)!.AsObject();
}
