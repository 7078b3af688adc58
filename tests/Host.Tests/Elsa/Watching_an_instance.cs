using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Host.Tests.Api;

namespace Host.Tests.Elsa;

/// <summary>The hub as Studio's viewer uses it: SignalR's JSON protocol over a WebSocket, the token in the address.</summary>
public sealed class Watching_an_instance(RunningHost host) : ElsaTest(host)
{
    private const char End = '\u001e';

    private const string Task1 = """{ "id": "task", "type": "Elsa.RunTask", "version": 1, "taskName": { "typeName": "String", "expression": { "type": "Literal", "value": "review" } } }""";

    [Fact]
    public async Task is_told_when_it_moves()
    {
        var flow = await Save(NewFlow(Unique("Watched"), Task1));
        var id = (await Json(await Post($"workflow-definitions/{flow["definitionId"]}/dispatch", JsonNode.Parse("""{ "versionOptions": "Latest" }"""))))["workflowInstanceId"]!.GetValue<string>();
        using var socket = await Connect(Admin);
        (await Invoke(socket, id))["error"].Should().BeNull();

        var task = (await Get($"workflow-instances/{id}"))["workflowState"]!["bookmarks"]![0]!["payload"]!["taskId"]!.GetValue<string>();
        await Post($"tasks/{task}/complete", new JsonObject { ["result"] = "done" });

        var told = new List<JsonObject>();
        while (told.Count < 3)
        {
            told.AddRange((await Receive(socket)).Where(message => message["type"]!.GetValue<int>() == 1));
        }

        told.Select(message => message["target"]!.GetValue<string>()).Should().Equal("WorkflowInstanceUpdatedAsync", "WorkflowExecutionLogUpdatedAsync", "ActivityExecutionLogUpdatedAsync");
        told[0]["arguments"]![0]!["workflowInstanceId"]!.GetValue<string>().Should().Be(id);
        told[2]["arguments"]![0]!["stats"]!.AsArray().Should().Contain(stats => stats!["activityId"]!.GetValue<string>() == "task" && stats["completedCount"]!.GetValue<int>() == 1);
    }

    [Fact]
    public async Task is_refused_to_who_may_not()
    {
        using var clerk = await Host.As("wang.wei");
        using var socket = await Connect(Admin);

        (await Invoke(socket, Guid.NewGuid().ToString()))["error"].Should().NotBeNull();
        await FluentActions.Awaiting(() => Connect(clerk)).Should().ThrowAsync<WebSocketException>();
        using var nobody = Host.Anonymous();
        await FluentActions.Awaiting(() => Connect(nobody)).Should().ThrowAsync<WebSocketException>();
    }

    private async Task<ClientWebSocket> Connect(HttpClient client)
    {
        var address = new UriBuilder(Host.Address) { Scheme = "ws", Path = "/elsa/hubs/workflow-instance", Query = $"access_token={Uri.EscapeDataString(client.DefaultRequestHeaders.Authorization?.Parameter ?? "")}" };
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(address.Uri, Cancel);
        await Send(socket, """{"protocol":"json","version":1}""");
        await Receive(socket);
        return socket;
    }

    private static async Task<JsonObject> Invoke(ClientWebSocket socket, string instanceId)
    {
        await Send(socket, new JsonObject { ["type"] = 1, ["invocationId"] = "1", ["target"] = "ObserveInstanceAsync", ["arguments"] = new JsonArray(instanceId) }.ToJsonString());
        while (true)
        {
            if ((await Receive(socket)).FirstOrDefault(message => message["type"]!.GetValue<int>() == 3) is { } answer)
            {
                return answer;
            }
        }
    }

    private static Task Send(ClientWebSocket socket, string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, Cancel);

    private static async Task<IReadOnlyList<JsonObject>> Receive(ClientWebSocket socket)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        do
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            text.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }
        while (text.Length == 0 || text[^1] != End);

        return [.. text.ToString().Split(End, StringSplitOptions.RemoveEmptyEntries).Select(message => JsonNode.Parse(message)!.AsObject()).Where(message => message.Count > 0)];
    }
}
