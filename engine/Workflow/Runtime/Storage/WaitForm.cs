using System.Text.Json;

namespace ApprovalEngine.Workflow.Runtime.Storage;

/// <summary>The stored form of waiting places and awaited calls.</summary>
internal static class WaitForm
{
    public static void Write(Utf8JsonWriter writer, Wait wait)
    {
        writer.WriteStartObject();
        writer.WriteNumber("f", wait.Frame);
        writer.WriteString("k", wait.Kind);
        writer.WriteString("a", wait.ActivityId);
        writer.Text("n", wait.Name);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, OpenCall call)
    {
        writer.WriteStartObject();
        writer.WriteNumber("i", call.Id);
        writer.WriteNumber("f", call.Frame);
        writer.WriteString("a", call.ActivityId);
        writer.WriteEndObject();
    }

    public static Wait ReadWait(JsonElement json) => new(json.Number("f")!.Value, json.Text("k")!, json.Text("a")!, json.Text("n"));

    public static OpenCall ReadCall(JsonElement json) => new(json.Number("i")!.Value, json.Number("f")!.Value, json.Text("a")!);
}
