using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Host.Tests.Elsa;

/// <summary>Files as Studio and other clients of Elsa's bring them in and take them out.</summary>
public sealed class Importing_and_exporting(RunningHost host) : ElsaTest(host)
{
    [Fact]
    public async Task one_definition_is_answered_as_it_is_opened()
    {
        var (id, flow) = Foreign();

        var created = await Json(await Post("workflow-definitions/import", flow), HttpStatusCode.Created);
        var again = await Json(await Post($"workflow-definitions/{id}/import", flow));

        ((string)created["definitionId"]!).Should().Be(id);
        created["links"].Should().NotBeNull();
        JsonNode.DeepEquals(created, await Get($"workflow-definitions/by-definition-id/{id}")).Should().BeTrue();
        ((int)again["version"]!).Should().Be(1);
    }

    [Fact]
    public async Task what_Studio_makes_of_a_file_takes_nothing_away()
    {
        var (id, flow) = Foreign();
        flow["$schema"] = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";
        await Post("workflow-definitions/import", flow);
        var known = flow.DeepClone().AsObject();
        known.Remove("$schema");
        known.Remove("kept");
        known["description"] = "as Studio knows it";

        var imported = await Json(await Post("workflow-definitions/import", known));

        var stored = await Get($"workflow-definitions/{id}/export?versionOptions=Latest");
        ((string)imported["description"]!).Should().Be("as Studio knows it");
        ((string)stored["$schema"]!).Should().Be((string)flow["$schema"]!);
        JsonNode.DeepEquals(stored["kept"], flow["kept"]).Should().BeTrue();
        known["$schema"] = flow["$schema"]!.DeepClone();
        await Post("workflow-definitions/import", known);
        (await Get($"workflow-definitions/{id}/export?versionOptions=Latest")).Should().NotContainKey("kept", "the file itself says it all");
    }

    [Fact]
    public async Task files_are_counted_and_reported()
    {
        var (one, two) = (Foreign(), Foreign("Elsa.HttpEndpoint"));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(one.Flow.ToJsonString())), "files", "one.json" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(two.Flow.ToJsonString())), "files", "two.json" } };

        var answer = await Json(await Admin.PostAsync("/elsa/api/workflow-definitions/import-files", form, Cancel));

        ((int)answer["count"]!).Should().Be(2);
        ((string)answer["report"]!["flows"]![1]!["findings"]![0]!["code"]!).Should().Be("NotExecutedHere");
    }

    [Fact]
    public async Task what_cannot_be_read_is_told_as_Studio_can_show_it()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent("{\"a\":"u8.ToArray()), "files", "broken.json" } };

        (await Errors(await Admin.PostAsync("/elsa/api/workflow-definitions/import-files", form, Cancel))).Should().Contain("not valid JSON");
        (await Errors(await Post("workflow-definitions/import", new JsonObject { ["name"] = "x" }))).Should().Contain("root activity");
    }

    [Fact]
    public async Task what_goes_out_is_what_came_in()
    {
        var (id, flow) = Foreign();
        await Post("workflow-definitions/import", flow);

        var file = await Admin.GetAsync($"/elsa/api/workflow-definitions/{id}/export?versionOptions=Latest", Cancel);
        var exported = JsonNode.Parse(await file.Content.ReadAsStringAsync(Cancel))!;
        var set = await Post("bulk-actions/export/workflow-definitions", new JsonObject { ["ids"] = new JsonArray((string)exported["id"]!) });

        file.Content.Headers.ContentDisposition!.DispositionType.Should().Be("attachment");
        JsonNode.DeepEquals(exported["root"], flow["root"]).Should().BeTrue();
        JsonNode.DeepEquals(exported["kept"], flow["kept"]).Should().BeTrue();
        set.Content.Headers.ContentType!.MediaType.Should().Be("application/zip");
        using var archive = new ZipArchive(await set.Content.ReadAsStreamAsync(Cancel));
        using var entry = new StreamReader(archive.Entries.Single().Open());
        JsonNode.DeepEquals(JsonNode.Parse(await entry.ReadToEndAsync(Cancel)), exported).Should().BeTrue();
        (await Admin.GetAsync($"/elsa/api/workflow-definitions/{id}/export?versionOptions=Published", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task consumers_go_over_when_they_are_told_to()
    {
        var (inner, flow) = Foreign();
        flow["options"] = new JsonObject { ["usableAsActivity"] = true };
        await Post("workflow-definitions/import", flow);
        await Post($"workflow-definitions/{inner}/publish");
        var outer = await Save(NewFlow(Unique("Outer"), $$"""{ "id": "use", "type": "Used", "version": 7, "workflowDefinitionId": "{{inner}}" }"""));

        var moved = await Json(await Post($"workflow-definitions/{inner}/update-references", new JsonObject()));

        ((string)moved["affectedWorkflows"]![0]!).Should().Be((string)outer["name"]!);
        var use = (await Get($"workflow-definitions/{outer["definitionId"]}/export"))["root"]!["activities"]![0]!;
        ((int)use["version"]!).Should().Be(1);
        using var archive = new ZipArchive(await Admin.GetStreamAsync($"/elsa/api/workflow-definitions/{inner}/export?versionOptions=Latest&includeConsumingWorkflows=True", Cancel));
        archive.Entries.Should().HaveCount(2, "what uses it comes along");
    }

    private static (string Id, JsonObject Flow) Foreign(string type = "Elsa.WriteLine")
    {
        var id = Guid.NewGuid().ToString("N");
        return (id, JsonNode.Parse($$"""
            { "definitionId": "{{id}}", "name": "Foreign {{id}}", "version": 9, "kept": { "x": [1.50] },
              "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "activities": [ { "id": "a", "type": "{{type}}", "version": 1, "zz": 1e400 } ], "connections": [] } }
            """)!.AsObject());
    }
}
