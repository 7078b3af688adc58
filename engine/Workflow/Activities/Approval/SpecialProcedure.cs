using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>特別程序: time outside the limit, told to the applicant in writing (Licensing Law 45).</summary>
internal sealed class SpecialProcedure : StopExecutor
{
    // What Article 45 names; anything else stops the legal clock only where the item's own law says so.
    private static readonly string[] NamedByLaw = ["Hearing", "Bidding", "Auction", "Inspection", "Testing", "Quarantine", "Appraisal", "ExpertReview"];

    public override string Type => "Approval.SpecialProcedure";

    protected override string Over => "Ended";

    protected override string Failed => "Expired";

    protected override TaskKind Kind => TaskKind.SpecialProcedure;

    protected override string Role => "Reviewer";

    protected override bool StopsLegal(Run run, Frame frame) =>
        run.Typed(frame, "stopsLegal", "Boolean") as bool? ?? NamedByLaw.Contains(Cause(run, frame));

    protected override string Cause(Run run, Frame frame) => run.Text(frame, "procedure") ?? "SpecialProcedure";

    protected override string? Document(Run run, Frame frame) => run.Text(frame, "document");
}
