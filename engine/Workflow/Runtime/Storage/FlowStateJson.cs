using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ApprovalEngine.Workflow.Runtime.Storage;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>The stored form of a state: compact JSON with short names; what is empty is left out.</summary>
public static class FlowStateJson
{
    // The text goes into a jsonb column and never into HTML: Chinese stays one character instead of six.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Compact JSON with short names.</summary>
    public static string Write(FlowState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            StateForm.Write(writer, state);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The state that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static FlowState Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return StateForm.Read(document.RootElement);
    }
}
