using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>一次性告知補正: told once, in full, what is missing; after acceptance the clock stops until it is supplied.</summary>
internal sealed class Correction : StopExecutor
{
    public override string Type => "Approval.Correction";

    protected override string Over => "Supplied";

    protected override string Failed => "NotSupplied";

    protected override TaskKind Kind => TaskKind.Correction;

    protected override string Role => "WindowClerk";

    protected override bool StopsLegal(Run run, Frame frame) => run.Flag(frame, "stopsLegal");

    protected override string Cause(Run run, Frame frame) => "Correction";

    protected override string? Document(Run run, Frame frame) => run.Text(frame, "text");
}
