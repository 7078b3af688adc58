using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Host.Tests.Api;

public sealed class Importing_definitions(RunningHost host)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task reports_what_does_not_run_and_gives_the_definition_back()
    {
        using var admin = await host.As("admin");

        var answer = await admin.PostAsync("/api/v1/definitions/import", Form(("set.zip", Zip(("a.json", Flow("api-import", "Api import", "Elsa.HttpEndpoint"))))), Cancel);
        var export = await admin.GetAsync("/api/v1/definitions/api-import/export", Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Cancel));
        var flow = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("flows")[0];
        flow.GetProperty("file").GetString().Should().Be("set.zip: a.json");
        flow.GetProperty("findings")[0].GetProperty("sentence").EnumerateObject().Select(language => language.Name).Should().Equal("zh-Hans", "zh-Hant", "en");
        export.Content.Headers.ContentDisposition!.FileName.Should().Be("api-import.json");
        JsonNode.DeepEquals(JsonNode.Parse(await export.Content.ReadAsStringAsync(Cancel))!["root"], JsonNode.Parse(Flow("api-import", "Api import", "Elsa.HttpEndpoint"))!["root"]).Should().BeTrue();
    }

    [Fact]
    public async Task names_the_place_of_what_cannot_be_read_as_a_problem()
    {
        using var admin = await host.As("admin");

        var answer = await admin.PostAsync("/api/v1/definitions/import", Form(("good.json", Encoding.UTF8.GetBytes(Flow("api-half", "Api half", "Elsa.Start"))), ("bad.json", "{}"u8.ToArray())), Cancel);

        answer.StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        problem.GetProperty("code").GetString().Should().Be("FlowFormat");
        problem.GetProperty("where").GetString().Should().Be("bad.json: $.root");
        (await admin.GetAsync("/api/v1/definitions/api-half", Cancel)).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task refuses_uploads_that_are_too_large_or_no_form()
    {
        using var admin = await host.As("admin");

        // The server says no before the body is sent.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/definitions/import") { Content = Form(("large.json", new byte[26 * 1024 * 1024])), Headers = { ExpectContinue = true } };
        var large = await admin.SendAsync(request, Cancel);
        var plain = await admin.PostAsync("/api/v1/definitions/import", new StringContent("{}", Encoding.UTF8, "application/json"), Cancel);
        var empty = await admin.PostAsync("/api/v1/definitions/import", Form(), Cancel);

        large.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        plain.StatusCode.Should().Be(HttpStatusCode.UnsupportedMediaType);
        ((int)empty.StatusCode).Should().BeOneOf(400, 422);
        foreach (var answer in new[] { large, plain, empty })
        {
            answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        }
    }

    [Fact]
    public async Task is_for_administrators()
    {
        using var clerk = await host.As("wang.wei");

        (await clerk.PostAsync("/api/v1/definitions/import", Form(("a.json", "{}"u8.ToArray())), Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await clerk.GetAsync("/api/v1/definitions/instant-copy/export", Cancel)).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    private static string Flow(string id, string name, string type) =>
        $$"""{ "definitionId": "{{id}}", "name": "{{name}}", "root": { "id": "flow", "type": "Elsa.Flowchart", "version": 1, "activities": [ { "id": "a", "type": "{{type}}", "version": 1 } ], "connections": [] } }""";

    private static MultipartFormDataContent Form(params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }, "files", name);
        }

        return form;
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
