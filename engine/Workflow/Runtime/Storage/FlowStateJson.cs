using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime.Storage;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>The stored form of a state: compact JSON with short names; what is empty is left out.</summary>
public static class FlowStateJson
{
    // The text goes into a jsonb column and never into HTML: Chinese stays one character instead of six.
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Written at every step of the product: the thread's buffer is used again and again.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <summary>Compact JSON with short names.</summary>
    public static string Write(FlowState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        buffer ??= new ArrayBufferWriter<byte>(4096);
        writer ??= new Utf8JsonWriter(buffer, Compact);
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        StateForm.Write(writer, state);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The state that <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static FlowState Read(string json)
    {
        using var document = JsonDocument.Parse(json, FlowValue.Reading);
        return StateForm.Read(document.RootElement);
    }
}
