using System.IO.Compression;
using ApprovalEngine.Workflow.Conformance;

namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>The case files, copied with their source note.</summary>
internal static class ConformanceFile
{
    public static IReadOnlyList<ConformanceCase> Read(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Data", "conformance", name + ".json.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        return ConformanceCase.Read(reader.ReadToEnd());
    }
}
