using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Turns the effects of a step into the rows that are written with it.</summary>
internal static class EffectRows
{
    /// <summary>Kind of a message to people in the outbox.</summary>
    public const string Notification = "Notification";

    /// <summary>Kind of a call to a service in the outbox.</summary>
    public const string ServiceCall = "ServiceCall";

    public static void Collect(CaseSession session, CaseRecord before, ImmutableArray<Effect> effects, DateTimeOffset at, string actor, StepNote note)
    {
        var changes = session.Changes;
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.TaskClosed closed:
                    changes.ClosedTasks.Add(Closed(closed, before, at, actor, note));
                    break;
                case Effect.NotificationRequested notification when !session.IsReplay:
                    changes.Messages.Add(new OutboxMessage(Notification, null, at, Payload(notification)));
                    break;
                case Effect.ServiceCalled call:
                    changes.Messages.Add(new OutboxMessage(ServiceCall, call.CallId, at, Payload(call)));
                    break;
                case Effect.ServiceCallDropped dropped:
                    // A call made and dropped within one session was never sent.
                    changes.Messages.RemoveAll(message => message.CallId == dropped.CallId);
                    changes.DroppedCalls.Add(dropped.CallId);
                    break;
                case Effect.DocumentIssued document:
                    changes.Documents.Add(new IssuedDocument(document.ActivityId, document.Title, document.Number, document.VerificationCode, document.Text, at, actor));
                    break;
            }
        }

        changes.Facts.AddRange(CaseFacts(before, session.Case, session.World.Calendar));
    }

    private static IEnumerable<CaseFact> CaseFacts(CaseRecord before, CaseRecord after, Workflow.Calendars.WorkingCalendar calendar)
    {
        if (before.AcceptedAt is null && after.AcceptedAt is not null)
        {
            yield return FactRows.Accepted(after, calendar);
        }

        if (before.IsOpen && after.AcceptedAt is not null && after.Status == CaseStatus.Closed)
        {
            yield return FactRows.Closed(after, calendar);
        }

        if (before.IsOpen && after.AcceptedAt is not null && after.Status == CaseStatus.Cancelled)
        {
            yield return FactRows.Accepted(after, calendar) with { Sign = -1 };
        }
    }

    private static ClosedTask Closed(Effect.TaskClosed closed, CaseRecord before, DateTimeOffset at, string actor, StepNote note)
    {
        var isAnswered = closed.Task.Id == note.TaskNo;
        return new ClosedTask(closed.Task, closed.End, closed.Outcome, at, actor, isAnswered ? note.OnBehalfOf : null, isAnswered ? note.Opinion : null, TaskDue.Of(closed.Task, before));
    }

    private static string Payload(Effect.NotificationRequested notification) => new JsonObject
    {
        ["activity"] = notification.ActivityId,
        ["to"] = notification.To,
        ["subject"] = notification.Subject,
        ["text"] = notification.Text,
    }.ToJsonString(StepPayload.Json);

    private static string Payload(Effect.ServiceCalled call) => new JsonObject
    {
        ["activity"] = call.ActivityId,
        ["receiver"] = call.Receiver,
        ["payload"] = call.Payload?.DeepClone(),
    }.ToJsonString(StepPayload.Json);
}
