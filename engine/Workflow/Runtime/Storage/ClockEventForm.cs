using System.Text.Json;

namespace ApprovalEngine.Workflow.Runtime.Storage;

/// <summary>The stored form of an entry in the clocks' ledger.</summary>
internal static class ClockEventForm
{
    public static void Write(Utf8JsonWriter writer, ClockEvent entry)
    {
        writer.WriteStartObject();
        writer.WriteString("k", entry.GetType().Name);
        writer.Instant("t", entry.At);
        switch (entry)
        {
            case ClockEvent.Stopped stop:
                writer.WriteString("y", stop.Key);
                writer.Flag("l", stop.StopsLegal);
                writer.WriteString("c", stop.Cause);
                writer.Text("b", stop.Basis);
                writer.Text("p", stop.Approver);
                writer.Text("d", stop.Document);
                writer.Instant("e", stop.EndsAt);
                break;
            case ClockEvent.Resumed resumed:
                writer.WriteString("y", resumed.Key);
                break;
            case ClockEvent.Extended extended:
                writer.WriteNumber("n", extended.Days);
                writer.WriteString("r", extended.Reason);
                break;
        }

        writer.WriteEndObject();
    }

    public static ClockEvent Read(JsonElement json)
    {
        var at = json.Instant("t")!.Value;
        return json.Text("k") switch
        {
            nameof(ClockEvent.Started) => new ClockEvent.Started(at),
            nameof(ClockEvent.Stopped) => new ClockEvent.Stopped(
                at, json.Text("y")!, json.Flag("l"), json.Text("c")!, json.Text("b"), json.Text("p"), json.Text("d"), json.Instant("e")),
            nameof(ClockEvent.Resumed) => new ClockEvent.Resumed(at, json.Text("y")!),
            nameof(ClockEvent.Extended) => new ClockEvent.Extended(at, json.Number("n")!.Value, json.Text("r")!),
            nameof(ClockEvent.Restarted) => new ClockEvent.Restarted(at),
            nameof(ClockEvent.Ended) => new ClockEvent.Ended(at),
            var kind => throw new JsonException($"A clock's ledger knows no {kind}."),
        };
    }
}
