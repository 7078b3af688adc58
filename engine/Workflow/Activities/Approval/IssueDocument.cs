using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>證照, 批文: renders and numbers what the applicant receives.</summary>
internal sealed class IssueDocument : ActivityExecutor
{
    public override string Type => "Approval.IssueDocument";

    public override void Execute(Run run, Frame frame)
    {
        var count = ++run.Documents;
        var number = run.Text(frame, "number") is { Length: > 0 } given ? given : $"{run.Context.Case?.Number ?? run.Context.InstanceId}-{Letters(count)}";
        run.Effects.Add(new Effect.DocumentIssued(
            frame.Node.Id, run.Text(frame, "title") ?? frame.Node.Id, number, VerificationCode.Of(run.Context, count), run.Text(frame, "template") ?? ""));
        run.Data.SetOutput(frame, "number", number);
        run.Complete(frame);
    }

    /// <summary>1 is A, 26 Z, 27 AA.</summary>
    private static string Letters(int count) => count > 26 ? Letters((count - 1) / 26) + Letters(((count - 1) % 26) + 1) : ((char)('A' + count - 1)).ToString();
}
