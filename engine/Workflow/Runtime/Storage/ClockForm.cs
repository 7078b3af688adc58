using System.Text.Json;
using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Workflow.Runtime.Storage;

/// <summary>The stored form of the case's clocks, decision and armed ports.</summary>
internal static class ClockForm
{
    public static void Write(Utf8JsonWriter writer, FlowState state)
    {
        if (state.Clock is { } clock)
        {
            writer.WriteStartObject("ck");
            writer.Instant("t", clock.AcceptedAt);
            WriteLimit(writer, "l", clock.LegalLimit);
            WriteLimit(writer, "p", clock.PromisedLimit);
            writer.List("e", clock.Events, ClockEventForm.Write);
            writer.WriteEndObject();
        }

        if (state.Stop is { } stop)
        {
            writer.WriteStartObject("sp");
            writer.WriteString("y", stop.Key);
            writer.Instant("t", stop.EndsAt);
            writer.WriteEndObject();
        }

        writer.Choice("de", state.Decision);
        writer.Text("cb", state.ClosedBy);
        writer.List("po", state.Ports, static (writer, ports) =>
        {
            writer.WriteStartObject();
            writer.WriteString("a", ports.ActivityId);
            writer.WriteNumber("f", ports.Scope);
            writer.Flag("d", ports.DueSoonFired);
            writer.Flag("o", ports.OverdueFired);
            writer.WriteEndObject();
        });
    }

    public static FlowState Read(JsonElement json, FlowState state) => state with
    {
        Clock = json.TryGetProperty("ck", out var clock)
            ? new CaseClock(clock.Instant("t")!.Value, ReadLimit(clock, "l"), ReadLimit(clock, "p"), clock.List("e", ClockEventForm.Read))
            : null,
        Stop = json.TryGetProperty("sp", out var stop) ? new CaseStop(stop.Text("y")!, stop.Instant("t")!.Value) : null,
        Decision = json.Choice<Decision>("de"),
        ClosedBy = json.Text("cb"),
        Ports = json.List("po", ports => new PromisePorts(ports.Text("a")!, ports.Number("f")!.Value, ports.Flag("d"), ports.Flag("o"))),
    };

    /// <summary>Working days stand as a number, a calendar limit as its instant.</summary>
    private static void WriteLimit(Utf8JsonWriter writer, string name, Limit limit)
    {
        switch (limit)
        {
            case Limit.WorkingDays days:
                writer.WriteNumber(name, days.Count);
                break;
            case Limit.Calendar calendar:
                writer.Instant(name, calendar.DueAt);
                break;
        }
    }

    private static Limit ReadLimit(JsonElement json, string name) =>
        json.GetProperty(name).ValueKind == JsonValueKind.Number ? Limit.Days(json.Number(name)!.Value) : new Limit.Calendar(json.Instant(name)!.Value);
}
