using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Host.Tests.Elsa;

/// <summary>Base of tests that call Elsa's contract as its clients do.</summary>
public abstract class ElsaTest(RunningHost host) : IAsyncLifetime
{
    /// <summary>The administrator of the whole centre.</summary>
    protected HttpClient Admin { get; private set; } = null!;

    protected RunningHost Host => host;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => Admin = await host.As("admin");

    public ValueTask DisposeAsync()
    {
        Admin.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A new definition, as Studio sends one.</summary>
    protected static JsonObject NewFlow(string name, params string[] activities) => JsonNode.Parse($$"""
        { "definitionId": null, "id": null, "name": "{{name}}", "version": 1, "createdAt": "0001-01-01T00:00:00+00:00", "variables": null, "inputs": null, "outputs": null,
          "outcomes": null, "customProperties": null, "options": null,
          "root": { "id": "flow", "nodeId": "Workflow1:flow", "name": "Flowchart1", "type": "Elsa.Flowchart", "version": 1,
            "activities": [ {{string.Join(",", activities)}} ], "connections": [] } }
        """)!.AsObject();

    protected static string Line(string id, string text) =>
        $$"""{ "id": "{{id}}", "type": "Elsa.WriteLine", "version": 1, "text": { "typeName": "String", "expression": { "type": "Literal", "value": "{{text}}" } } }""";

    protected static string Unique(string name) => $"{name} {Guid.NewGuid():N}";

    protected Task<HttpResponseMessage> Post(string path, JsonNode? body = null) => Post(Admin, path, body);

    protected static Task<HttpResponseMessage> Post(HttpClient client, string path, JsonNode? body = null) =>
        body is null ? client.PostAsync($"/elsa/api/{path}", null, Cancel) : client.PostAsJsonAsync($"/elsa/api/{path}", body, Cancel);

    protected async Task<JsonObject> Get(string path) => await Json(await Admin.GetAsync($"/elsa/api/{path}", Cancel));

    /// <summary>Saves as Studio does and gives back the definition that it goes on with.</summary>
    protected async Task<JsonObject> Save(JsonObject model, bool? publish = null)
    {
        var answer = await Json(await Post("workflow-definitions", new JsonObject { ["model"] = model.DeepClone(), ["publish"] = publish }));
        return answer["workflowDefinition"]!.DeepClone().AsObject();
    }

    protected static async Task<JsonObject> Json(HttpResponseMessage answer, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.StatusCode.Should().Be(expected, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>The texts that Studio would show.</summary>
    protected static async Task<string> Errors(HttpResponseMessage answer)
    {
        var errors = (await Json(answer, HttpStatusCode.BadRequest))["errors"]!.AsObject();
        return string.Join(" ", errors.SelectMany(one => one.Value!.AsArray()).Select(one => one!.GetValue<string>()));
    }
}
