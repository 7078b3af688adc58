using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ApprovalEngine.Host.Commands;

/// <summary>Standard output: the answer and nothing else.</summary>
internal static class Output
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static void Line(string text) => Console.Out.WriteLine(text);

    /// <summary>One JSON document.</summary>
    public static void Document<T>(T answer) => Console.Out.WriteLine(JsonSerializer.Serialize(answer, Json));
}
