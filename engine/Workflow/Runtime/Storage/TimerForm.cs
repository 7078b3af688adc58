using System.Text.Json;

namespace ApprovalEngine.Workflow.Runtime.Storage;

/// <summary>The stored form of an armed timer.</summary>
internal static class TimerForm
{
    public static void Write(Utf8JsonWriter writer, FlowTimer timer)
    {
        writer.WriteStartObject();
        writer.WriteString("y", timer.Key);
        writer.Choice<TimerKind>("k", timer.Kind);
        writer.Text("a", timer.ActivityId);
        writer.Instant("t", timer.DueAt);
        writer.WriteEndObject();
    }

    public static FlowTimer Read(JsonElement json) =>
        new(json.Text("y")!, json.Choice<TimerKind>("k")!.Value, json.Text("a"), json.Instant("t")!.Value);
}
