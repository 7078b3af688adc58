using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Turns the effects of a step into the rows that are written with it.</summary>
internal static class EffectRows
{
    /// <summary>Kind of a message to people in the outbox.</summary>
    public const string Notification = "Notification";

    /// <summary>Kind of a call to a service in the outbox.</summary>
    public const string ServiceCall = "ServiceCall";

    /// <summary>Kind of a request to an address outside in the outbox.</summary>
    public const string HttpRequest = "HttpRequest";

    /// <summary>Kind of a definition to be run in the outbox.</summary>
    public const string Dispatch = "Dispatch";

    /// <summary>Kind of a document whose file is to be made, in the outbox.</summary>
    public const string Document = "Document";

    /// <summary>What a flow tells people after somebody's answer leaves when the answer is no longer taken back with one key (ui.md, "Inbox").</summary>
    internal static readonly TimeSpan TakeBackTime = TimeSpan.FromSeconds(10);

    // A message that is on its way has been tried. Primary key (centre, message): few wait.
    private const string TakeBack = $"delete from outbox where centre_id = $1 and case_id = $2 and kind = '{Notification}' and created_at = any($3) and attempts = 0";

    // Primary keys of both tables.
    private const string HeldOpinion = """
        update task_closed set opinion = (
            select a.payload::jsonb ->> 'opinion' from audit a
            where a.centre_id = $1 and a.case_id = $2 and a.act = 'TaskCompleted' and (a.payload::jsonb ->> 'task')::int = $3
            order by a.seq desc limit 1)
        where centre_id = $1 and case_id = $2 and task_no = $3 and closed_seq = $4
        """;

    /// <summary>Kind of an event for other cases in the outbox.</summary>
    public const string Event = "Event";

    public static void Collect(CaseSession session, CaseRecord before, ImmutableArray<Effect> effects, DateTimeOffset at, string actor, StepNote note)
    {
        var changes = session.Changes;
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.TaskClosed closed:
                    changes.ClosedTasks.Add(Closed(closed, before, at, actor, note));
                    KeepHeldOpinion(changes, before, closed.Task);
                    break;
                case Effect.TaskOpened { Task.Kind: TaskKind.Correction } or Effect.CaseNotAccepted when NoticeSaid.Of(session, effects, actor, note) is { } said:
                    ApplicantNotices.Add(session, effect, before.Version + 1, at, said);
                    break;
                case Effect.TaskUrged urged when !session.IsReplay:
                    changes.Messages.Add(new OutboxMessage(Notification, null, at, Payload(Urging(session, urged.Task, note))));
                    break;
                case Effect.ServiceCalled call:
                    changes.Messages.Add(new OutboxMessage(ServiceCall, call.CallId, at, Payload(call)));
                    break;
                case Effect.HttpRequested asked:
                    changes.Messages.Add(new OutboxMessage(HttpRequest, asked.CallId, at, Payload(asked)));
                    break;
                case Effect.WorkflowDispatched { CallId: not null } dispatched:
                    changes.Messages.Add(new OutboxMessage(Dispatch, dispatched.CallId, at, Payload(dispatched, depth: 0)));
                    break;
                case Effect.NotificationRequested when note.TaskNo is not null && session.Case.IsOpen && !session.IsReplay:
                    changes.Messages.Add(Outside(effect, at, depth: 0)! with { Held = TakeBackTime });
                    break;
                case Effect.NotificationRequested or Effect.EventPublished or Effect.WorkflowDispatched when !session.IsReplay:
                    changes.Messages.Add(Outside(effect, at, depth: 0)!);
                    break;
                case Effect.ServiceCallDropped dropped:
                    // A call made and dropped within one session was never sent.
                    changes.Messages.RemoveAll(message => message.CallId == dropped.CallId);
                    changes.DroppedCalls.Add(dropped.CallId);
                    break;
                case Effect.DocumentIssued document:
                    changes.Documents.Add(new IssuedDocument(document.ActivityId, document.Title, document.Number, document.VerificationCode, document.Text, at, actor));
                    AskForFile(session, document, at);
                    break;
            }
        }

        changes.Facts.AddRange(CaseFacts(before, session.Case, session.World.Calendar));
    }

    /// <summary>Calls back the messages of steps that were taken back, as far as they are still here.</summary>
    /// <param name="session">The case.</param>
    /// <param name="steps">Instants (UTC) of the steps.</param>
    public static NpgsqlBatchCommand MessagesTakenBack(CaseSession session, IEnumerable<DateTimeOffset> steps) =>
        Sql.Command(TakeBack, Sql.Of(session.Case.CentreId), Sql.Of(session.Case.CaseId), Sql.Of(steps.ToArray()));

    /// <summary>The file is made after the step, which it must not hold up; of documents that history issued, when somebody opens them.</summary>
    private static void AskForFile(CaseSession session, Effect.DocumentIssued document, DateTimeOffset at)
    {
        if (!session.IsReplay)
        {
            session.Changes.Messages.Add(new OutboxMessage(Document, null, at, new JsonObject { ["number"] = document.Number }.ToJsonString(StepPayload.Json)));
        }
    }

    /// <summary>The message for what nothing in the instance waits for; null where an effect is no such thing.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="at">When it came about (UTC).</param>
    /// <param name="depth">How many definitions have dispatched each other before it.</param>
    public static OutboxMessage? Outside(Effect effect, DateTimeOffset at, int depth) => effect switch
    {
        Effect.NotificationRequested notification => new OutboxMessage(Notification, null, at, Payload(notification)),
        Effect.EventPublished published => new OutboxMessage(Event, null, at, Payload(published)),
        Effect.WorkflowDispatched { CallId: null } dispatched => new OutboxMessage(Dispatch, null, at, Payload(dispatched, depth)),
        _ => null,
    };

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
        var (seq, dueAt) = (before.Version + 1, TaskDue.Of(closed.Task, before));
        if (closed is { End: TaskEnd.Completed, Task.Held: { } held })
        {
            // The answer was given before its signers signed; who gave it is who closed the task.
            return new ClosedTask(closed.Task, closed.End, closed.Outcome, at, held.By, held.OnBehalfOf, null, dueAt, seq);
        }

        var isAnswered = closed.Task.Id == note.TaskNo;
        return new ClosedTask(closed.Task, closed.End, closed.Outcome, at, actor, isAnswered ? note.OnBehalfOf : null, isAnswered ? note.Opinion : null, dueAt, seq);
    }

    /// <summary>What was written to a held answer stands in the trail alone; the closed task gets it from there.</summary>
    private static void KeepHeldOpinion(CaseChanges changes, CaseRecord before, OpenTask task)
    {
        if (task.Held is not null)
        {
            changes.More.Add(Sql.Command(HeldOpinion, Sql.Of(before.CentreId), Sql.Of(before.CaseId), Sql.Of(task.Id), Sql.Of(before.Version + 1)));
        }
    }

    private static Effect.NotificationRequested Urging(CaseSession session, OpenTask task, StepNote note)
    {
        var to = (task.Assignee ?? task.Offer.User) is { } person ? $"user:{person}" : $"unit:{task.Offer.Unit ?? session.World.UnitCode(session.Case.UnitId)}";
        return new Effect.NotificationRequested(task.ActivityId, to, $"催办：{session.Case.CaseNo}", note.Opinion ?? $"第 {task.Urged} 次催办");
    }

    /// <summary>A message to people that no step of the flow has asked for.</summary>
    /// <param name="at">When it came about (UTC).</param>
    /// <param name="to">user:NAME or unit:CODE, several between commas.</param>
    /// <param name="subject">One line.</param>
    /// <param name="text">The text.</param>
    public static OutboxMessage Message(DateTimeOffset at, string to, string subject, string text) => new(Notification, null, at, Payload(null, to, subject, text));

    private static string Payload(Effect.NotificationRequested notification) => Payload(notification.ActivityId, notification.To, notification.Subject, notification.Text);

    private static string Payload(string? activity, string to, string subject, string text) => new JsonObject
    {
        ["activity"] = activity,
        ["to"] = to,
        ["subject"] = subject,
        ["text"] = text,
    }.ToJsonString(StepPayload.Json);

    private static string Payload(Effect.EventPublished published) => new JsonObject
    {
        ["activity"] = published.ActivityId,
        ["name"] = published.Name,
        ["correlationId"] = published.CorrelationId,
        ["payload"] = published.Payload?.DeepClone(),
    }.ToJsonString(StepPayload.Json);

    private static string Payload(Effect.ServiceCalled call) => new JsonObject
    {
        ["activity"] = call.ActivityId,
        ["receiver"] = call.Receiver,
        ["payload"] = call.Payload?.DeepClone(),
    }.ToJsonString(StepPayload.Json);

    private static string Payload(Effect.HttpRequested asked)
    {
        var payload = asked.Request.DeepClone().AsObject();
        payload["activity"] = asked.ActivityId;
        return payload.ToJsonString(StepPayload.Json);
    }

    private static string Payload(Effect.WorkflowDispatched dispatched, int depth) => new JsonObject
    {
        ["activity"] = dispatched.ActivityId,
        ["definition"] = dispatched.DefinitionId,
        ["input"] = dispatched.Input?.DeepClone(),
        ["correlationId"] = dispatched.CorrelationId,
        ["depth"] = depth,
    }.ToJsonString(StepPayload.Json);
}
