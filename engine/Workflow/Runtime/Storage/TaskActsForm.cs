using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Runtime.Storage;

/// <summary>The stored form of what people did with an open task: delegation, signers, urging. A usual task has none of it.</summary>
internal static class TaskActsForm
{
    public static void Write(Utf8JsonWriter writer, OpenTask task)
    {
        writer.Number("q", task.Parent);
        writer.Choice("l", task.Place);
        writer.Text("ow", task.Owner);
        writer.List("ad", task.Advice, WriteAdvice);
        writer.Texts("sa", task.SignersAfter);
        writer.Number("ug", task.Urged == 0 ? null : task.Urged);
        writer.Instant("ua", task.UrgedAt);
        if (task.Held is { } held)
        {
            writer.WriteStartObject("hd");
            writer.WriteString("b", held.By);
            writer.Text("f", held.OnBehalfOf);
            writer.WriteString("o", held.Outcome);
            if (held.Data is { } data)
            {
                writer.WritePropertyName("d");
                data.WriteTo(writer);
            }

            writer.WriteEndObject();
        }
    }

    public static OpenTask Read(JsonElement json, OpenTask task) => task with
    {
        Parent = json.Number("q"),
        Place = json.Choice<SignerPlace>("l"),
        Owner = json.Text("ow"),
        Advice = json.List("ad", advice => new Advice(advice.Text("b")!, advice.Text("o")!, advice.Instant("t")!.Value)),
        SignersAfter = json.Texts("sa"),
        Urged = json.Number("ug") ?? 0,
        UrgedAt = json.Instant("ua"),
        Held = json.TryGetProperty("hd", out var held)
            ? new HeldAnswer(held.Text("b")!, held.Text("f"), held.Text("o")!, held.TryGetProperty("d", out var data) ? JsonNode.Parse(data.GetRawText())!.AsObject() : null)
            : null,
    };

    private static void WriteAdvice(Utf8JsonWriter writer, Advice advice)
    {
        writer.WriteStartObject();
        writer.WriteString("b", advice.By);
        writer.WriteString("o", advice.Outcome);
        writer.Instant("t", advice.At);
        writer.WriteEndObject();
    }
}
