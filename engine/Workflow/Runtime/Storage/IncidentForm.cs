using System.Text.Json;

namespace ApprovalEngine.Workflow.Runtime.Storage;

/// <summary>The stored form of an incident.</summary>
internal static class IncidentForm
{
    public static void Write(Utf8JsonWriter writer, Incident incident)
    {
        writer.WriteStartObject();
        writer.WriteString("a", incident.ActivityId);
        writer.WriteString("k", incident.ActivityType);
        writer.WriteString("m", incident.Message);
        if (incident.Kind != FaultKind.Unknown)
        {
            writer.WriteNumber("f", (int)incident.Kind);
        }

        writer.WriteEndObject();
    }

    public static Incident Read(JsonElement json) => new(json.Text("a")!, json.Text("k")!, json.Text("m")!, json.TryGetProperty("f", out var kind) ? (FaultKind)kind.GetInt32() : FaultKind.Unknown);
}
