using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>
/// Runs the definitions that cases have dispatched and do not wait for: to their end, with what they want to happen written in the same
/// transaction that takes the message out. One that would have to wait has nowhere to stand and is a dead letter.
/// </summary>
internal sealed class DispatchedFlows(FlowStore flows, CaseWriter writer)
{
    /// <summary>Flows that dispatch each other further than this would go on for ever.</summary>
    private const int Deepest = 16;

    public async Task RunAsync(OutboxMessageRow message, CancellationToken cancel)
    {
        var definitionId = (string?)message.Payload["definition"] ?? "";
        var (flow, error) = await FlowAsync(message, definitionId, cancel);
        await writer.RunAsync(
            new CaseAct
            {
                CentreId = message.CentreId,
                CaseId = message.CaseId,
                Do = (session, at) => Run(session, at, message, flow, definitionId, error),
            },
            cancel);
    }

    private async Task<(CompiledFlow? Flow, string? Error)> FlowAsync(OutboxMessageRow message, string definitionId, CancellationToken cancel)
    {
        if ((int?)message.Payload["depth"] >= Deepest)
        {
            return (null, $"Definitions dispatch each other more than {Deepest} deep.");
        }

        if (await flows.PublishedVersion(message.CentreId, definitionId, cancel) is not { } version)
        {
            return (null, $"The definition '{definitionId}' is not published.");
        }

        try
        {
            return (await flows.Compiled(message.CentreId, definitionId, version, cancel), null);
        }
        catch (NotFoundException)
        {
            return (null, $"The definition '{definitionId}' was taken back meanwhile.");
        }
    }

    private static void Run(CaseSession session, DateTimeOffset at, OutboxMessageRow message, CompiledFlow? flow, string definitionId, string? error)
    {
        var details = new JsonObject { ["definition"] = definitionId, ["activity"] = (string?)message.Payload["activity"] };
        if (flow is not null)
        {
            var transition = Advance(session, at, message, flow);
            error = transition.State.Status == FlowStatus.Running ? $"The definition '{definitionId}' waits, but nothing waits for it: wait for it, or use it as an activity." : null;
            Describe(details, flow, transition);
            if (error is null)
            {
                var depth = ((int?)message.Payload["depth"] ?? 0) + 1;
                session.Changes.Messages.AddRange(transition.Effects.Select(effect => EffectRows.Outside(effect, at, depth)).OfType<OutboxMessage>());
            }
        }

        details["error"] = error;
        session.Record(at, Actors.Outbox, new StepNote("FlowDispatched") { Details = details });
        session.Changes.More.Add(error is null ? OutboxStore.Removed(message) : OutboxStore.GivenUp(message, error));
    }

    private static Transition Advance(CaseSession session, DateTimeOffset at, OutboxMessageRow message, CompiledFlow flow) => Interpreter.Advance(
        flow,
        FlowState.New,
        new Stimulus.Start(message.Payload["input"] as JsonObject, (string?)message.Payload["correlationId"]),
        new FlowContext
        {
            Now = at,
            Actor = Actors.Outbox,
            Calendar = session.World.Calendar,
            Seed = (ulong)message.OutboxId,
            InstanceId = $"{message.CaseId}/{message.OutboxId}",
        });

    private static void Describe(JsonObject details, CompiledFlow flow, Transition transition)
    {
        details["version"] = flow.Definition.Version;
        details["status"] = transition.State.SubStatus.ToString();
        details["lines"] = new JsonArray([.. transition.Effects.OfType<Effect.LineWritten>().Select(line => (JsonNode)line.Text)]);
        details["incidents"] = new JsonArray([.. transition.State.Incidents.Select(incident => (JsonNode)$"{incident.ActivityId}: {incident.Message}")]);
    }
}
