using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Browser.Tests.Studio;

public sealed class Watching_an_instance_in_Elsa_Studio(RunningHost host, Chromium chromium) : StudioTest(host, chromium)
{
    [Fact]
    public async Task shows_how_it_goes_on_without_being_asked()
    {
        using var admin = await Host.As("admin");
        var id = await Start(admin);
        await SignInTo($"/studio/workflows/instances/{id}/view");
        await Page.Locator("[data-cell-id='review']").WaitForAsync();
        await Page.GetByText("Suspended").First.WaitForAsync();
        await Page.EvaluateAsync("window.isTheSamePage = true");

        var waiting = (await admin.GetFromJsonAsync<JsonObject>($"/elsa/api/workflow-instances/{id}", Cancel))!["workflowState"]!["bookmarks"]![0]!;
        (await admin.PostAsJsonAsync($"/elsa/api/tasks/{waiting["payload"]!["taskId"]}/complete", new { result = "fine" }, Cancel)).EnsureSuccessStatusCode();

        await Page.GetByText("Finished").First.WaitForAsync(new() { Timeout = 15_000 });
        (await Page.EvaluateAsync<bool>("window.isTheSamePage === true")).Should().BeTrue("nothing was loaded anew");
        Complaints.Should().BeEmpty();
    }

    /// <summary>A trial that waits for a result from outside, and writes a line when it has it.</summary>
    private static async Task<string> Start(HttpClient admin)
    {
        var model = JsonNode.Parse($$"""
            { "definitionId": null, "name": "Watched {{Guid.NewGuid():N}}", "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1,
              "activities": [
                { "id": "review", "name": "Review", "type": "Elsa.RunTask", "version": 1, "taskName": { "typeName": "String", "expression": { "type": "Literal", "value": "review" } }, "metadata": { "designer": { "position": { "x": 100, "y": 100 } } } },
                { "id": "line", "name": "Line", "type": "Elsa.WriteLine", "version": 1, "text": { "typeName": "String", "expression": { "type": "Literal", "value": "done" } }, "metadata": { "designer": { "position": { "x": 400, "y": 100 } } } } ],
              "connections": [ { "source": { "activity": "review", "port": "Done" }, "target": { "activity": "line", "port": "In" } } ] } }
            """);
        var saved = await admin.PostAsJsonAsync("/elsa/api/workflow-definitions", new { model }, Cancel);
        var definition = (await saved.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["workflowDefinition"]!;
        var started = await admin.PostAsJsonAsync($"/elsa/api/workflow-definitions/{definition["definitionId"]}/execute", new { versionOptions = "Latest" }, Cancel);
        return started.Headers.GetValues("x-elsa-workflow-instance-id").Single();
    }
}
