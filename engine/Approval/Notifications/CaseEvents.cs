using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>Tells an event that a case has published to the other open cases of its centre that wait for it: each hears it once, however often it is delivered.</summary>
internal sealed class CaseEvents(CaseDatabase database, CaseWriter writer, OutboxStore store)
{
    // Events between cases are rare and the open cases few beside the closed: a walk over them costs less than an index that every step writes.
    // A state that holds a U+0000 the database keeps but cannot look into: one such case must not keep the event from the others.
    private const string Waiting = """
        select case_id from cases
        where centre_id = $1 and status < 7 and case_id <> $2
            and case when strpos(state::text, '\u0000') = 0
                then (state -> 'wt')::jsonb @> jsonb_build_array(jsonb_build_object('k', 'Elsa.Event', 'n', $3::text)) and ($4::text is null or state ->> 'co' = $4)
                else false end
        order by case_id
        """;

    /// <summary>Tells all that wait together. Where one could not be told the message fails and is tried again: the key keeps it from those who have heard it.</summary>
    public async Task TellAsync(OutboxMessageRow message, CancellationToken cancel)
    {
        var name = (string?)message.Payload["name"] ?? "";
        var waiting = await WaitingAsync(message, name, cancel);
        await Task.WhenAll(writer.RunAll(waiting.Select(caseId => Telling(message, name, caseId)), cancel));
        await store.RemoveAsync(message, cancel);
    }

    private static CaseAct Telling(OutboxMessageRow message, string name, Guid caseId) => new()
    {
        CentreId = message.CentreId,
        CaseId = caseId,
        Key = IdempotencyKey.Bind(Actors.Outbox, $"event-{message.OutboxId}-{caseId}", nameof(Stimulus.EventReceived), new { name }),
        Do = (session, at) => session.Act(at, Actors.Outbox, new Stimulus.EventReceived(name, message.Payload["payload"]?.DeepClone()), new StepNote("EventReceived")
        {
            Details = new() { ["name"] = name, ["payload"] = message.Payload["payload"]?.DeepClone() },
        }),
    };

    private Task<List<Guid>> WaitingAsync(OutboxMessageRow message, string name, CancellationToken cancel) => database.ListAsync(
        Waiting, reader => reader.GetGuid(0), cancel,
        Sql.Of(message.CentreId), Sql.Of(message.CaseId), Sql.Of(name), Sql.Of((string?)message.Payload["correlationId"]));
}
