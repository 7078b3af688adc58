using System.Collections.Immutable;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>審查, 審核, 決定: a task that one person answers with one of the outcomes that the designer lists.</summary>
internal sealed class ReviewTask : TaskExecutor
{
    public override string Type => "Approval.ReviewTask";

    public override void Execute(Run run, Frame frame)
    {
        Open(run, frame, TaskKind.Review, TaskOffers.Of(run, frame, "Reviewer"), Outcomes(run, frame));
    }

    /// <summary>An answer that the new version does not know would lead nowhere.</summary>
    public override void OnMigrated(Run run, Frame frame)
    {
        base.OnMigrated(run, frame);
        ImmutableArray<string> outcomes = [.. Outcomes(run, frame)];
        foreach (var task in run.Tasks.Of(frame).Where(task => task.Kind == TaskKind.Review && !task.Outcomes.SequenceEqual(outcomes)))
        {
            if (task.Held is { } held && !outcomes.Contains(held.Outcome))
            {
                throw new ActivityFaultException(FaultKind.NewVersion, $"{frame.Node.Id} was answered {held.Outcome} and waits for signers; the new version does not know this answer.");
            }

            run.Tasks.Update(task with { Outcomes = outcomes });
        }
    }

    public override void OnTaskAnswered(Run run, Frame frame, OpenTask task, Stimulus.CompleteTask answer)
    {
        TakeData(run, frame, answer);
        run.Data.SetOutput(frame, "result", answer.Outcome);
        run.Complete(frame, answer.Outcome);
    }

    private static IEnumerable<string> Outcomes(Run run, Frame frame) =>
        run.Texts(frame, "outcomes") is { Length: > 0 } listed ? listed.Distinct() : ["Done"];
}
