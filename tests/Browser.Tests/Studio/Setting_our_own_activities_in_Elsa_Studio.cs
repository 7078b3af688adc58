using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Browser.Tests.Studio;

public sealed class Setting_our_own_activities_in_Elsa_Studio(RunningHost host, Chromium chromium) : StudioTest(host, chromium)
{
    [Fact]
    public async Task has_choices_from_the_server_and_ports_that_follow_the_outcomes()
    {
        using var admin = await Host.As("admin");
        var flow = await Saved(admin);
        var stored = new StoredFlow(admin, flow);
        var expected = await stored.Document();
        var review = expected["root"]!["activities"]!.AsArray().Single(activity => (string)activity!["id"]! == "review")!;
        await SignInTo($"/studio/workflows/definitions/{flow}/edit");
        var editor = new StudioEditor(Page);
        await editor.Shown("review");
        (await editor.Ports("review")).Should().BeEquivalentTo("In", "Agreed", "Objected", "Overdue");

        await editor.AddWord("review", "结果", "Deferred");
        review["outcomes"]!["expression"]!["value"] = """["Agreed","Objected","Deferred"]""";
        await stored.ShouldBecome(expected);
        (await editor.Ports("review")).Should().BeEquivalentTo("In", "Agreed", "Objected", "Overdue", "Deferred");

        await editor.Choose("review", "机构", "不动产分中心 (YC-SC1)");
        review["unit"] = JsonNode.Parse("""{ "typeName": "String", "expression": { "type": "Literal", "value": "YC-SC1" } }""");
        await stored.ShouldBecome(expected);

        await editor.Test("review");
        await stored.ShouldBecome(expected);
        Complaints.Should().BeEmpty();
    }

    /// <summary>A draft with one review between beginning and end.</summary>
    /// <returns>Its id.</returns>
    private static async Task<string> Saved(HttpClient admin)
    {
        var model = JsonNode.Parse($$"""
            { "definitionId": null, "name": "Own activities {{Guid.NewGuid():N}}", "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1,
              "activities": [
                { "id": "start", "name": "Start", "type": "Elsa.Start", "version": 1, "metadata": { "designer": { "position": { "x": 50, "y": 100 } } } },
                { "id": "review", "name": "Review", "type": "Approval.ReviewTask", "version": 1, "outcomes": { "typeName": "Object", "expression": { "type": "Object", "value": "[\"Agreed\",\"Objected\"]" } },
                  "metadata": { "designer": { "position": { "x": 350, "y": 100 } } } },
                { "id": "end", "name": "End", "type": "Elsa.End", "version": 1, "metadata": { "designer": { "position": { "x": 750, "y": 100 } } } } ],
              "connections": [ { "source": { "activity": "start", "port": "Done" }, "target": { "activity": "review", "port": "In" } } ] } }
            """);
        var saved = await admin.PostAsJsonAsync("/elsa/api/workflow-definitions", new { model }, Cancel);
        return (string)(await saved.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["workflowDefinition"]!["definitionId"]!;
    }
}
