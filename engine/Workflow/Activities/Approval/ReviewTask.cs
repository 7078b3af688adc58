using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>審查, 審核, 決定: a task that one person answers with one of the outcomes that the designer lists.</summary>
internal sealed class ReviewTask : TaskExecutor
{
    public override string Type => "Approval.ReviewTask";

    public override void Execute(Run run, Frame frame)
    {
        var outcomes = run.Texts(frame, "outcomes") is { Length: > 0 } listed ? listed.Distinct() : ["Done"];
        Open(run, frame, TaskKind.Review, TaskOffers.Of(run, frame, "Reviewer"), outcomes);
    }

    public override void OnTaskAnswered(Run run, Frame frame, OpenTask task, Stimulus.CompleteTask answer)
    {
        TakeData(run, frame, answer);
        run.Data.SetOutput(frame, "result", answer.Outcome);
        run.Complete(frame, answer.Outcome);
    }
}
