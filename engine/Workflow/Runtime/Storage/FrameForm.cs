using System.Text.Json;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Runtime.Storage;

/// <summary>The stored form of an activity that runs or waits.</summary>
internal static class FrameForm
{
    public static void Write(Utf8JsonWriter writer, FrameState frame)
    {
        writer.WriteStartObject();
        writer.WriteNumber("i", frame.Id);
        writer.WriteString("a", frame.ActivityId);
        writer.Number("p", frame.Parent);
        writer.Flag("b", frame.CameBack);
        writer.Flag("f", frame.IsFaulted);
        if (frame.Data is not null)
        {
            writer.WritePropertyName("d");
            frame.Data.WriteTo(writer);
        }

        writer.Map("v", frame.Variables, JsonParts.Value);
        writer.Numbers("n", frame.Visits);
        writer.Numbers("c", frame.Follows);
        writer.List("m", frame.Arrived, static (writer, token) => WritePair(writer, token.Merge, token.Source));
        writer.List("t", frame.Tokens, static (writer, token) => WritePair(writer, token.Connection, (int)token.Kind));
        writer.WriteEndObject();
    }

    public static FrameState Read(JsonElement json) => new()
    {
        Id = json.Number("i")!.Value,
        ActivityId = json.Text("a")!,
        Parent = json.Number("p"),
        CameBack = json.Flag("b"),
        IsFaulted = json.Flag("f"),
        Data = json.TryGetProperty("d", out var data) ? JsonParts.Value(data)!.AsObject() : null,
        Variables = json.Map("v", None.Values, JsonParts.Value),
        Visits = json.Numbers("n"),
        Follows = json.Numbers("c"),
        Arrived = json.List("m", token => new Arrival(token[0].GetInt32(), token[1].GetInt32())),
        Tokens = json.List("t", token => new FlowToken(token[0].GetInt32(), (TokenKind)token[1].GetInt32())),
    };

    private static void WritePair(Utf8JsonWriter writer, int first, int second)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(first);
        writer.WriteNumberValue(second);
        writer.WriteEndArray();
    }
}
