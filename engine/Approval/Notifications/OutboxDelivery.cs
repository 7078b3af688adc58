using System.Collections.Concurrent;
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

    /// <summary>So many receivers are waited for at a time: with their timeout of 20 s a batch is through within its lease.</summary>
    private const int AskedAtOnce = 8;

    /// <summary>How often what asks nobody outside is looked for while others are asked.</summary>
    private static readonly TimeSpan Rhythm = TimeSpan.FromSeconds(1);

    /// <summary>How long those are let wait whose receiver did not answer in this run.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

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
        CaseDatabase database, Recipients recipients, FlowStore flows, ServiceCaller caller, HttpCaller http, CaseWriter writer, DocumentFiles documents, TimeProvider clock, ILogger<OutboxDelivery> log)
    {
        store = new OutboxStore(database);
        this.recipients = recipients;
        events = new CaseEvents(database, writer, store);
        dispatched = new DispatchedFlows(flows, writer);
        (this.caller, this.http, this.writer, this.documents, this.clock, this.log) = (caller, http, writer, documents, clock, log);
    }

    /// <summary>
    /// Delivers all that is due, in batches that other hosts do not take. What asks somebody outside goes beside the rest, several at a time, and who does not answer
    /// is asked once a run: a receiver that hangs keeps nobody's notice, event or document waiting, and no other receiver.
    /// </summary>
    /// <returns>How many messages were taken up.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        var (taken, round) = (0, 0);
        var silent = new ConcurrentDictionary<string, bool>(StringComparer.OrdinalIgnoreCase);
        do
        {
            // An answer from outside may be what the next notice comes of.
            var outside = DrainAsync(isOutside: true, AskedAtOnce, silent, cancel);
            round = (await Task.WhenAll(DrainBesideAsync(outside, silent, cancel), outside)).Sum();
            taken += round;
        }
        while (round > 0);
        return taken;
    }

    /// <summary>What asks nobody outside, for as long as others are asked: what falls due meanwhile does not wait for them either.</summary>
    private async Task<int> DrainBesideAsync(Task outside, ConcurrentDictionary<string, bool> silent, CancellationToken cancel)
    {
        var taken = 0;
        do
        {
            taken += await DrainAsync(isOutside: false, 1, silent, cancel);
        }
        while (await Task.WhenAny(outside, Task.Delay(Rhythm, cancel)) != outside);
        return taken;
    }

    private async Task<int> DrainAsync(bool isOutside, int atOnce, ConcurrentDictionary<string, bool> silent, CancellationToken cancel)
    {
        var taken = 0;
        while (await store.ClaimAsync(clock.GetUtcNow(), isOutside, BatchSize, cancel) is { Count: > 0 } batch)
        {
            var left = new ConcurrentDictionary<long, OutboxMessageRow>(batch.ToDictionary(message => message.OutboxId));
            try
            {
                await Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = cancel }, async (message, stop) =>
                {
                    if (isOutside && Receiver(message) is { } receiver && silent.ContainsKey(receiver))
                    {
                        return;
                    }

                    left.Remove(message.OutboxId, out _);
                    await TryAsync(message, silent, stop);
                });
            }
            finally
            {
                await GiveBackAsync([.. left.Values]);
            }

            taken += batch.Count;
        }

        return taken;
    }

    /// <summary>What was taken up and not tried has used no try. Where even this cannot be written, the lease ends by itself and one try is lost.</summary>
    private async Task GiveBackAsync(OutboxMessageRow[] untried)
    {
        try
        {
            await store.GiveBackAsync(untried, clock.GetUtcNow() + Silence);
        }
        catch (NpgsqlException fault)
        {
            log.LogWarning("{Count} messages could not be given back ({Message}); others take them up when their lease ends.", untried.Length, fault.Message);
        }
    }

    private async Task TryAsync(OutboxMessageRow message, ConcurrentDictionary<string, bool> silent, CancellationToken cancel)
    {
        try
        {
            await (message.Kind switch
            {
                EffectRows.ServiceCall => CallAsync(message, silent, cancel),
                EffectRows.HttpRequest => AskAsync(message, silent, cancel),
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
        var meant = (string?)message.Payload["to"] ?? "";
        var (isToApplicant, to) = (meant == Deliveries.ToApplicant, await recipients.OfAsync(message, meant, cancel));
        var now = clock.GetUtcNow();
        await store.DeliveredAsync(
            isToApplicant ? message with { Kind = Deliveries.Applicant } : message, to, isToApplicant ? [] : await recipients.PeopleAsync(message, to, now, cancel),
            (string?)message.Payload["subject"] ?? "", (string?)message.Payload["text"] ?? "", now, cancel);
    }

    /// <summary>Made twice it is kept once: the message goes only after the file stands. Without a font it is made when somebody opens it on a host that has one.</summary>
    private async Task MakeAsync(OutboxMessageRow message, CancellationToken cancel)
    {
        await documents.MakeAsync(message.CentreId, message.CaseId, (string?)message.Payload["number"] ?? "", cancel);
        await store.RemoveAsync(message, cancel);
    }

    private async Task CallAsync(OutboxMessageRow message, ConcurrentDictionary<string, bool> silent, CancellationToken cancel)
    {
        var answer = Noted(message, await caller.CallAsync(message, cancel), silent);
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

    private async Task AskAsync(OutboxMessageRow message, ConcurrentDictionary<string, bool> silent, CancellationToken cancel)
    {
        var answer = Noted(message, await http.CallAsync(message, cancel), silent);
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

    private static ServiceAnswer Noted(OutboxMessageRow message, ServiceAnswer answer, ConcurrentDictionary<string, bool> silent)
    {
        if (answer.IsSilence && Receiver(message) is { } receiver)
        {
            silent[receiver] = true;
        }

        return answer;
    }

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
