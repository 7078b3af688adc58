using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Host.Tests.Elsa;

/// <summary>Asks our server what the real one was asked (tests/Data/elsa), in the same order, with the same definition.</summary>
public sealed class GoldenScenario(RunningHost host) : IAsyncLifetime
{
    private const string Flow = "golden-approval";
    private const string Node = "Workflow1:flow-1";

    private readonly Dictionary<string, JsonNode> answers = [];
    private HttpClient client = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Our answer to what a file answers.</summary>
    public JsonNode this[string file] => answers[file];

    public static JsonNode Golden(string file)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", "elsa", file + ".json.gz"));
        using var text = new GZipStream(stream, CompressionMode.Decompress);
        return JsonNode.Parse(text)!;
    }

    public async ValueTask InitializeAsync()
    {
        client = await host.As("admin");
        await Definitions();
        await Instances();
        await Versions();
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Definitions()
    {
        await Post(null, "workflow-definitions", new JsonObject { ["model"] = Model("definition-by-definition-id") });
        await Post("definition-publish", $"workflow-definitions/{Flow}/publish");
        await Get("definition-by-definition-id", $"workflow-definitions/by-definition-id/{Flow}?versionOptions=Published");
        var id = answers["definition-by-definition-id"]["id"]!.GetValue<string>();
        await Get("definitions-many-by-id", $"workflow-definitions/many-by-id?ids={id}");
        await Get("definitions-list-page", "workflow-definitions?page=0&pageSize=1&searchTerm=golden");
        await Get("definition-subgraph", $"workflow-definitions/subgraph/{id}?parentNodeId={Node}");
        await Get("definition-subgraph-segments", $"workflow-definitions/subgraph/segments/{id}?childNodeId={Node}:dec-1");
        await Get("is-name-unique", "workflow-definitions/validation/is-name-unique?name=Another");
        await Get("definitions-count", "workflow-definitions/query/count");
        await Post(null, "workflow-definitions", new JsonObject { ["model"] = Model("definition-consumer-save-publish") });
        await Get("definition-consumers", $"workflow-definitions/{Flow}/consumers");
        var broken = Model("definition-by-definition-id");
        broken["variables"]![0]!["value"] = 5;
        await Post("error-bad-request", "workflow-definitions", new JsonObject { ["model"] = broken });
    }

    private async Task Instances()
    {
        await Post("definition-execute", $"workflow-definitions/{Flow}/execute", new JsonObject { ["input"] = new JsonObject { ["applicantName"] = "Ann" } });
        await Post("definition-dispatch", $"workflow-definitions/{Flow}/dispatch", new JsonObject { ["input"] = new JsonObject { ["applicantName"] = "Bob" } });
        var id = answers["definition-dispatch"]["workflowInstanceId"]!.GetValue<string>();
        await Post("instances-list", "workflow-instances", new JsonObject { ["definitionId"] = Flow });
        await Get("instance-by-id", $"workflow-instances/{id}");
        await Get("instance-execution-state", $"workflow-instances/{id}/execution-state");
        await Get("instance-journal", $"workflow-instances/{id}/journal");
        await Get("instance-variables", $"workflow-instances/{id}/variables");
        await Get("activity-executions-list", $"activity-executions/list?WorkflowInstanceId={id}&ActivityNodeId={Node}:start-1");
        await Get("activity-execution-summaries-list", $"activity-execution-summaries/list?WorkflowInstanceId={id}&ActivityNodeId={Node}:start-1");
        await Post("activity-executions-report", "activity-executions/report", new JsonObject
        {
            ["workflowInstanceId"] = id,
            ["activityNodeIds"] = new JsonArray($"{Node}:start-1", $"{Node}:review-1"),
        });
    }

    private async Task Versions()
    {
        await Post("definition-retract", $"workflow-definitions/{Flow}/retract");
        await Post("bulk-publish", "bulk-actions/publish/workflow-definitions/by-definition-ids", new JsonObject { ["definitionIds"] = new JsonArray(Flow) });
        await Post("bulk-retract", "bulk-actions/retract/workflow-definitions/by-definition-ids", new JsonObject { ["definitionIds"] = new JsonArray(Flow) });
        await Post("definition-revert", $"workflow-definitions/{Flow}/revert/1");
        await Post(null, $"workflow-definitions/{Flow}/publish");
        await Get("definition-versions", $"workflow-definitions/{Flow}/versions");
    }

    /// <summary>The definition of a recorded answer, as a client new to this server sends it.</summary>
    private static JsonObject Model(string file)
    {
        var answer = Golden(file).AsObject();
        var model = (answer["workflowDefinition"] ?? answer).DeepClone().AsObject();
        foreach (var name in new[] { "id", "version", "links" })
        {
            model.Remove(name);
        }

        return model;
    }

    private async Task Get(string file, string path) => answers[file] = JsonNode.Parse(await client.GetStringAsync($"/elsa/api/{path}", Cancel))!;

    private async Task Post(string? file, string path, JsonObject? body = null)
    {
        var answer = await client.PostAsJsonAsync($"/elsa/api/{path}", body ?? [], Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        answer.IsSuccessStatusCode.Should().Be(file != "error-bad-request", $"{path}: {text}");
        if (file is not null)
        {
            answers[file] = JsonNode.Parse(text)!;
        }
    }
}
