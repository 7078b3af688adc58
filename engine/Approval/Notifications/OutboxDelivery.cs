using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>
/// Brings out what cases want to happen outside: at least once, each under its own key, with back-off. A service's answer moves its case
/// in the same transaction that takes the message out, so the case hears it exactly once.
/// </summary>
public sealed class OutboxDelivery
{
    private const int BatchSize = 20;

    private readonly OutboxStore store;
    private readonly Recipients recipients;
    private readonly CaseEvents events;
    private readonly DispatchedFlows dispatched;
    private readonly ServiceCaller caller;
    private readonly HttpCaller http;
    private readonly CaseWriter writer;
    private readonly DocumentFiles documents;
    private readonly TimeProvider clock;
    private readonly ILogger<OutboxDelivery> log;

    /// <summary>Delivers through the given callers.</summary>
    public OutboxDelivery(
        CaseDatabase database, FlowStore flows, ServiceCaller caller, HttpCaller http, CaseWriter writer, DocumentFiles documents, TimeProvider clock, ILogger<OutboxDelivery> log)
    {
        store = new OutboxStore(database);
        recipients = new Recipients(database);
        events = new CaseEvents(database, writer, store);
        dispatched = new DispatchedFlows(flows, writer);
        (this.caller, this.http, this.writer, this.documents, this.clock, this.log) = (caller, http, writer, documents, clock, log);
    }

    /// <summary>Delivers all that is due, in batches that other hosts do not take.</summary>
    /// <returns>How many messages were taken up.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var taken = 0;
        while (await store.ClaimAsync(clock.GetUtcNow(), BatchSize, cancel) is { Count: > 0 } batch)
        {
            foreach (var message in batch)
            {
                await TryAsync(message, cancel);
            }

            taken += batch.Count;
        }

        return taken;
    }

    private async Task TryAsync(OutboxMessageRow message, CancellationToken cancel)
    {
        try
        {
            await (message.Kind switch
            {
                EffectRows.ServiceCall => CallAsync(message, cancel),
                EffectRows.HttpRequest => AskAsync(message, cancel),
                EffectRows.Dispatch when message.CallId is not null => AnswerAsync(message, new ServiceAnswer(true, true, null, null), [OutboxStore.Removed(message)], cancel),
                EffectRows.Dispatch => dispatched.RunAsync(message, cancel),
                EffectRows.Event => events.TellAsync(message, cancel),
                EffectRows.Document => MakeAsync(message, cancel),
                _ => NotifyAsync(message, cancel),
            });
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !fault.IsCut())
        {
            log.LogError(fault, "Message {OutboxId} of case {CaseId} could not be delivered.", message.OutboxId, message.CaseId);
            await FailedAsync(message, fault.Message, cancel);
        }
    }

    private async Task NotifyAsync(OutboxMessageRow message, CancellationToken cancel)
    {
        var to = await recipients.OfAsync(message, (string?)message.Payload["to"] ?? "", cancel);
        await store.DeliveredAsync(message, to, (string?)message.Payload["subject"] ?? "", (string?)message.Payload["text"] ?? "", clock.GetUtcNow(), cancel);
    }

    /// <summary>Made twice it is kept once: the message goes only after the file stands. Without a font it is made when somebody opens it on a host that has one.</summary>
    private async Task MakeAsync(OutboxMessageRow message, CancellationToken cancel)
    {
        await documents.MakeAsync(message.CentreId, message.CaseId, (string?)message.Payload["number"] ?? "", cancel);
        await store.RemoveAsync(message, cancel);
    }

    private async Task CallAsync(OutboxMessageRow message, CancellationToken cancel)
    {
        var answer = await caller.CallAsync(message, cancel);
        if (answer.IsSucceeded)
        {
            var text = message.Payload["payload"]?.ToJsonString(StepPayload.Json) ?? "";
            var done = OutboxStore.Recorded(message, (string?)message.Payload["receiver"] ?? "", "ServiceCall", text, clock.GetUtcNow());
            await AnswerAsync(message, answer, [done, OutboxStore.Removed(message)], cancel);
        }
        else if (answer.IsFinal || message.Attempts >= BackOff.MostAttempts)
        {
            await AnswerAsync(message, answer, [OutboxStore.GivenUp(message, answer.Error!)], cancel);
        }
        else
        {
            await FailedAsync(message, answer.Error!, cancel);
        }
    }

    private async Task AskAsync(OutboxMessageRow message, CancellationToken cancel)
    {
        var answer = await http.CallAsync(message, cancel);
        if (answer.IsFinal)
        {
            await AnswerAsync(message, answer, [answer.IsSucceeded ? OutboxStore.Removed(message) : OutboxStore.GivenUp(message, answer.Error!)], cancel);
        }
        else
        {
            await FailedAsync(message, answer.Error!, cancel);
        }
    }

    /// <summary>The case hears the answer; a call that it no longer waits for changes nothing in it.</summary>
    private Task<CaseMoved> AnswerAsync(OutboxMessageRow message, ServiceAnswer answer, IReadOnlyList<NpgsqlBatchCommand> rows, CancellationToken cancel) => writer.RunAsync(
        new CaseAct
        {
            CentreId = message.CentreId,
            CaseId = message.CaseId,
            Do = (session, at) =>
            {
                var note = new StepNote(answer.IsSucceeded ? "ServiceAnswered" : "ServiceFailed")
                {
                    Details = new JsonObject { ["call"] = message.CallId ?? 0, ["receiver"] = Receiver(message), ["result"] = answer.Result?.DeepClone(), ["error"] = answer.Error },
                };
                var result = answer.Result ?? (answer.Error is { } error ? JsonValue.Create(error) : null);
                if (session.Act(at, Actors.Outbox, new Stimulus.ServiceAnswered(message.CallId ?? 0, answer.IsSucceeded, result), note).Matched == 0)
                {
                    session.Record(at, Actors.Outbox, note);
                }

                session.Changes.More.AddRange(rows);
            },
        },
        cancel);

    private static string? Receiver(OutboxMessageRow message) =>
        (string?)message.Payload["receiver"] ?? (string?)message.Payload["definition"]
        ?? (Uri.TryCreate((string?)message.Payload["url"], UriKind.Absolute, out var url) ? url.Host : null);

    /// <summary>A case that waits for an answer hears at last that there is none; one that is broken itself is left to whoever looks after dead letters.</summary>
    private async Task FailedAsync(OutboxMessageRow message, string error, CancellationToken cancel)
    {
        if (message.Attempts < BackOff.MostAttempts)
        {
            await store.PutOffAsync(message, clock.GetUtcNow() + BackOff.After(message.Attempts), error, cancel);
            return;
        }

        try
        {
            if (message.CallId is not null)
            {
                await AnswerAsync(message, new ServiceAnswer(false, true, null, error), [OutboxStore.GivenUp(message, error)], cancel);
                return;
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException && !fault.IsCut())
        {
            log.LogError(fault, "Case {CaseId} could not be told that message {OutboxId} is given up.", message.CaseId, message.OutboxId);
        }

        await store.GiveUpAsync(message, error, cancel);
    }
}
