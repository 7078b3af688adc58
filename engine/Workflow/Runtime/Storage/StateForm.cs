using System.Collections.Immutable;
using System.Text.Json;

namespace ApprovalEngine.Workflow.Runtime.Storage;

/// <summary>The stored form of a whole state.</summary>
internal static class StateForm
{
    public static void Write(Utf8JsonWriter writer, FlowState state)
    {
        writer.WriteStartObject();
        writer.Choice<FlowSubStatus>("st", state.SubStatus);
        writer.Text("nm", state.Name);
        writer.Text("co", state.CorrelationId);
        writer.Text("tr", state.Trigger);
        writer.List("fr", state.Frames, FrameForm.Write);
        writer.List("wt", state.Waits, WaitForm.Write);
        writer.List("ca", state.Calls, WaitForm.Write);
        TaskForm.Write(writer, "ts", state.Tasks);
        writer.List("tm", state.Timers, TimerForm.Write);
        ClockForm.Write(writer, state);
        writer.List("ic", state.Incidents, IncidentForm.Write);
        writer.Map("va", state.Variables, JsonParts.Value);
        writer.Map("in", state.Inputs, JsonParts.Value);
        writer.Map("re", state.Results, JsonParts.Value);
        writer.Map("cs", state.ClosedScopes, static (writer, scope) => scope.WriteTo(writer));
        writer.Map("ou", state.Output, JsonParts.Value);
        writer.Numbers("ran", state.Ran);
        writer.Map("do", state.Doers, static (writer, doers) => WriteTexts(writer, doers));
        writer.Numbers("ct", [state.Counters.Frame, state.Counters.Task, state.Counters.Call, state.Counters.Document]);
        writer.WriteEndObject();
    }

    public static FlowState Read(JsonElement json)
    {
        var subStatus = json.Choice<FlowSubStatus>("st") ?? FlowSubStatus.Pending;
        var counters = json.Numbers("ct");
        var state = FlowState.New with
        {
            SubStatus = subStatus,
            Status = subStatus is FlowSubStatus.Finished or FlowSubStatus.Cancelled or FlowSubStatus.Faulted ? FlowStatus.Finished : FlowStatus.Running,
            Name = json.Text("nm"),
            CorrelationId = json.Text("co"),
            Trigger = json.Text("tr"),
            Frames = json.List("fr", FrameForm.Read),
            Waits = json.List("wt", WaitForm.ReadWait),
            Calls = json.List("ca", WaitForm.ReadCall),
            Tasks = TaskForm.Read(json, "ts"),
            Timers = json.List("tm", TimerForm.Read),
            Incidents = json.List("ic", IncidentForm.Read),
            Variables = json.Map("va", None.Values, JsonParts.Value),
            Inputs = json.Map("in", None.Values, JsonParts.Value),
            Results = json.Map("re", None.Values, JsonParts.Value),
            ClosedScopes = json.Map("cs", None.Scopes, scope => JsonParts.Value(scope)!.AsObject()),
            Output = json.Map("ou", None.Values, JsonParts.Value),
            Ran = [.. json.Numbers("ran")],
            Doers = json.Map("do", None.Doers, doers => doers.EnumerateArray().Select(doer => doer.GetString()!).ToImmutableArray()),
            Counters = new Counters(counters.ElementAtOrDefault(0), counters.ElementAtOrDefault(1), counters.ElementAtOrDefault(2), counters.ElementAtOrDefault(3)),
        };
        return ClockForm.Read(json, state);
    }

    private static void WriteTexts(Utf8JsonWriter writer, ImmutableArray<string> items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            writer.WriteStringValue(item);
        }

        writer.WriteEndArray();
    }
}
