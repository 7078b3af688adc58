using System.Collections.Immutable;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>A fault inside a case finishes nothing: it stands until an administrator decides (design.md, "Incidents").</summary>
internal static class IncidentDesk
{
    /// <summary>Opens the administrator's task on the activity that faulted. Flows without a case have no administrator.</summary>
    public static void Open(Run run, Frame frame)
    {
        if (run.Context.Case is not null)
        {
            run.Tasks.Add(frame, new OpenTask
            {
                Id = 0,
                ActivityId = frame.Node.Id,
                Kind = TaskKind.Incident,
                Offer = new TaskOffer(Role: "Administrator"),
                Outcomes = [nameof(IncidentWay.Retry), .. Outcomes(frame)],
                OpenedAt = run.Context.Now,
            });
        }
    }

    public static void Resolve(Run run, Stimulus.ResolveIncident resolution)
    {
        var frame = run.Frames.All.FirstOrDefault(frame => frame.Status == FrameStatus.Faulted && frame.Node.Id == resolution.ActivityId)
            ?? throw new ActRefusedException("IncidentNotOpen", "No incident stands on this activity.", resolution.ActivityId);
        foreach (var (name, value) in resolution.Variables ?? [])
        {
            if (!run.Data.TryGetVariable(frame, name, out _))
            {
                throw new ActRefusedException("VariableUnknown", $"There is no variable '{name}' here.", resolution.ActivityId);
            }

            run.Data.SetVariable(frame, name, FlowValue.From(value?.DeepClone()));
        }

        foreach (var task in run.Tasks.Of(frame))
        {
            run.Tasks.Close(task, TaskEnd.Completed, resolution.Outcome ?? resolution.Way.ToString());
        }

        if (resolution.Way == IncidentWay.Retry)
        {
            run.Retry(frame);
        }
        else
        {
            Take(run, frame, resolution.Outcome);
        }

        run.Effects.Add(new Effect.IncidentResolved(resolution.ActivityId, resolution.Way));
    }

    private static void Take(Run run, Frame frame, string? outcome)
    {
        if (outcome is null || !Outcomes(frame).Contains(outcome))
        {
            throw new ActRefusedException("OutcomeUnknown", $"{outcome} leads nowhere from here: {string.Join(", ", Outcomes(frame))}.", frame.Node.Id);
        }

        run.Faults.Leave(frame);
        frame.Status = FrameStatus.Running;
        run.Complete(frame, outcome);
    }

    /// <summary>The outcomes that lead on: those with a connection, outside a flowchart Done.</summary>
    private static ImmutableArray<string> Outcomes(Frame frame) => frame.Node.Parent?.Connections
        .Where(connection => connection.Source == frame.Node).Select(connection => connection.Port).Distinct().ToImmutableArray() is { IsEmpty: false } ports ? ports : ["Done"];
}
