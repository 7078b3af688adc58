using System.Buffers;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The payload of a trail row: what was asked and what the flow made of it, enough to tell the story without the state.</summary>
internal static class StepPayload
{
    /// <summary>Chinese stays readable; the text is only ever shown as text.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(StepNote note, ImmutableArray<Effect>? effects)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            json.WriteStartObject();
            WriteNote(json, note);
            WriteEffects(json, effects ?? []);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteNote(Utf8JsonWriter json, StepNote note)
    {
        if (note.TaskNo is { } task)
        {
            json.WriteNumber("task", task);
        }

        Text(json, "outcome", note.Outcome);
        Text(json, "opinion", note.Opinion);
        Text(json, "onBehalfOf", note.OnBehalfOf);
        if (note.Notice is { } notice)
        {
            json.WritePropertyName("notice");
            JsonSerializer.Serialize(json, notice, Json);
        }

        if (note.Details is { } details)
        {
            json.WritePropertyName("details");
            details.WriteTo(json);
        }
    }

    private static void WriteEffects(Utf8JsonWriter json, ImmutableArray<Effect> effects)
    {
        if (effects.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("effects");
        foreach (var effect in effects)
        {
            WriteEffect(json, effect);
        }

        json.WriteEndArray();
    }

    /// <summary>One short array an effect: its name, then what it is about.</summary>
    private static void WriteEffect(Utf8JsonWriter json, Effect effect)
    {
        json.WriteStartArray();
        json.WriteStringValue(effect.GetType().Name);
        foreach (var part in Parts(effect))
        {
            json.WriteStringValue(part);
        }

        json.WriteEndArray();
    }

    private static IEnumerable<string?> Parts(Effect effect) => effect switch
    {
        Effect.TaskOpened opened => [Number(opened.Task.Id), opened.Task.ActivityId, opened.Task.Assignee],
        Effect.TaskClosed closed => [Number(closed.Task.Id), closed.Task.ActivityId, closed.End.ToString(), closed.Outcome],
        Effect.TaskReassigned moved => [Number(moved.Task.Id), moved.Task.ActivityId, moved.Task.Assignee, moved.Task.Offer.Unit],
        Effect.TaskChanged changed => [Number(changed.Task.Id), changed.Task.ActivityId, changed.Task.Assignee],
        Effect.TaskUrged urged => [Number(urged.Task.Id), urged.Task.ActivityId, urged.Task.Assignee],
        Effect.TaskReopened again => [Number(again.Task.Id), again.Task.ActivityId, again.Task.Assignee],
        Effect.IncidentResolved resolved => [resolved.ActivityId, resolved.Way.ToString()],
        Effect.TimerSet set => [set.Timer.Key, set.Timer.DueAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture)],
        Effect.TimerDropped dropped => [dropped.Key],
        Effect.LineWritten line => [line.ActivityId, line.Text],
        Effect.CaseAccepted accepted => [accepted.AcceptedAt.ToString("O", System.Globalization.CultureInfo.InvariantCulture), accepted.BySilence ? "silence" : null],
        Effect.ClockChanged changed => [changed.Event.GetType().Name, changed.Event is ClockEvent.Stopped stop ? stop.Cause : null],
        Effect.CaseClosed closed => [closed.Decision.ToString()],
        Effect.NotificationRequested message => [message.ActivityId, message.To, message.Subject],
        Effect.ServiceCalled call => [Number(call.CallId), call.ActivityId, call.Receiver],
        Effect.HttpRequested asked => [Number(asked.CallId), asked.ActivityId, (string?)asked.Request["method"], Address(asked)],
        Effect.WorkflowDispatched dispatched => [dispatched.CallId is { } call ? Number(call) : null, dispatched.ActivityId, dispatched.DefinitionId],
        Effect.EventPublished published => [published.ActivityId, published.Name],
        Effect.ServiceCallDropped call => [Number(call.CallId)],
        Effect.DocumentIssued document => [document.ActivityId, document.Number, document.Title, document.VerificationCode, Digest(document.Text)],
        Effect.IncidentRaised raised => [raised.Incident.ActivityId, raised.Incident.Message],
        Effect.ActivityTraced traced => [traced.ActivityId, traced.Inputs.ToJsonString(Json), traced.Outputs.ToJsonString(Json)],
        Effect.ActivityRan ran => [ran.ActivityId, .. ran.Outcomes],
        _ => [],
    };

    /// <summary>Without the query, which may hold what is nobody's business.</summary>
    private static string? Address(Effect.HttpRequested asked) =>
        Uri.TryCreate((string?)asked.Request["url"], UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Path) : null;

    /// <summary>What a text was is proved by the trail without the text standing there twice.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
