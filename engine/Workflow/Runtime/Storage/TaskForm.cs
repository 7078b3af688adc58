using System.Text.Json;

namespace ApprovalEngine.Workflow.Runtime.Storage;

/// <summary>The stored form of an open task.</summary>
internal static class TaskForm
{
    public static void Write(Utf8JsonWriter writer, OpenTask task)
    {
        writer.WriteStartObject();
        writer.WriteNumber("i", task.Id);
        writer.WriteNumber("f", task.Frame);
        writer.WriteString("a", task.ActivityId);
        writer.Choice<TaskKind>("k", task.Kind);
        writer.Text("u", task.Offer.Unit);
        writer.Text("r", task.Offer.Role);
        writer.Text("p", task.Offer.Post);
        writer.Text("w", task.Offer.User);
        writer.Text("h", task.Assignee);
        writer.Texts("o", task.Outcomes);
        writer.Text("s", task.Seat);
        writer.Instant("t", task.OpenedAt);
        writer.Number("l", task.StepLimitDays);
        writer.Instant("d", task.StepDueAt);
        writer.Texts("x", task.Barred);
        writer.WriteEndObject();
    }

    public static OpenTask Read(JsonElement json) => new()
    {
        Id = json.Number("i")!.Value,
        Frame = json.Number("f")!.Value,
        ActivityId = json.Text("a")!,
        Kind = json.Choice<TaskKind>("k")!.Value,
        Offer = new TaskOffer(json.Text("u"), json.Text("r"), json.Text("p"), json.Text("w")),
        Assignee = json.Text("h"),
        Outcomes = json.Texts("o"),
        Seat = json.Text("s"),
        OpenedAt = json.Instant("t")!.Value,
        StepLimitDays = json.Number("l"),
        StepDueAt = json.Instant("d"),
        Barred = json.Texts("x"),
    };
}
