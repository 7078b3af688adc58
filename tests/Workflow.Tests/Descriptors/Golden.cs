using System.IO.Compression;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Tests.Descriptors;

/// <summary>What a real Elsa server answered (tests/Data/elsa).</summary>
internal static class Golden
{
    public static JsonObject Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", "elsa", name + ".json.gz"));
        using var text = new GZipStream(file, CompressionMode.Decompress);
        return JsonNode.Parse(text)!.AsObject();
    }
}
