using System.IO.Compression;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Tests.Definitions;

/// <summary>The definitions of a conformance file, as text.</summary>
internal static class ConformanceDefinitions
{
    public static IEnumerable<string> Of(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", "conformance", name + ".json.gz"));
        using var text = new GZipStream(file, CompressionMode.Decompress);
        var document = JsonNode.Parse(text)!;
        foreach (var entry in document as JsonArray ?? document["cases"]!.AsArray())
        {
            yield return entry!["definition"]!.ToJsonString();
        }
    }
}
