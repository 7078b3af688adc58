using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Browser.Tests.Studio;

/// <summary>A flow as the API gives it, without what every version has of its own and without the places on the canvas.</summary>
internal sealed class StoredFlow(HttpClient client, string definitionId)
{
    private static readonly string[] OfTheVersion = ["id", "version", "createdAt", "isLatest", "isPublished"];

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Version, and whether it is published, of the newest version.</summary>
    public async Task<(int Version, bool IsPublished)> State()
    {
        var summary = (await Get())["summary"]!;
        return ((int)summary["version"]!, (bool)summary["isPublished"]!);
    }

    /// <summary>The newest version's document.</summary>
    public async Task<JsonObject> Document()
    {
        var document = (await Get())["document"]!.DeepClone().AsObject();
        foreach (var member in OfTheVersion)
        {
            document.Remove(member);
        }

        foreach (var activity in document["root"]!["activities"]!.AsArray())
        {
            (activity!["metadata"] as JsonObject)?.Remove("designer");
        }

        return Sorted(document);
    }

    /// <summary>Waits until the document is what is expected, and not a member more or less; Studio saves a moment after each change.</summary>
    public async Task ShouldBecome(JsonObject expected)
    {
        for (var end = DateTime.UtcNow + Patience; ; await Task.Delay(200, Cancel))
        {
            var found = await Document();
            if (JsonNode.DeepEquals(found, Sorted(expected)))
            {
                return;
            }

            if (DateTime.UtcNow > end)
            {
                found.ToJsonString(Indented).Should().Be(Sorted(expected).ToJsonString(Indented));
            }
        }
    }

    /// <summary>What Studio touches moves to another place in its list; the order means nothing.</summary>
    private static JsonObject Sorted(JsonObject document)
    {
        var sorted = document.DeepClone().AsObject();
        var root = sorted["root"]!.AsObject();
        root["activities"] = Sorted(root["activities"]!, activity => (string)activity["id"]!);
        root["connections"] = Sorted(root["connections"]!, connection => connection["source"]!.ToJsonString() + connection["target"]!.ToJsonString());
        return sorted;
    }

    private static JsonArray Sorted(JsonNode list, Func<JsonObject, string> key) =>
        [.. list.AsArray().Select(item => item!.DeepClone().AsObject()).OrderBy(key, StringComparer.Ordinal)];

    private async Task<JsonObject> Get() => (await client.GetFromJsonAsync<JsonObject>($"/api/v1/definitions/{definitionId}", Cancel))!;
}
