using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Tests.Activities;

/// <summary>An accepted case with a review, beside it a check of the site, and behind both a decision from which one can go back.</summary>
internal static class ReviewFlow
{
    public const string Day = "2025-03-11 10:00";

    public static FlowText Text() => FlowText.Accepted()
        .Step("review", "Approval.ReviewTask", new { outcomes = new[] { "Approve", "Reject" }, stepLimitDays = 3 })
        .Step("site", "Approval.ReviewTask", new { outcomes = new[] { "Seen" } })
        .Step("join", "Elsa.FlowJoin")
        .Step("decide", "Approval.ReviewTask", new { outcomes = new[] { "Grant", "Back" }, fourEyes = true })
        .Step("close", "Approval.CloseCase", new { decision = "Granted" })
        .Link("clock", "Done", "review").Link("clock", "Done", "site").Link("review", "Approve", "join").Link("review", "Reject", "join").Link("site", "Seen", "join")
        .Link("join", "Done", "decide").Link("decide", "Grant", "close").Back("decide", "Back", "review");

    public static LiveCase Open() => new LiveCase(Text()).Answer("accept", "Accepted", "2025-03-10 10:00", "clerk");

    public static LiveCase Claimed(string by = "mei") => Open() is var live ? live.Act("2025-03-10 11:00", by, new Stimulus.ClaimTask(live.Task("review").Id)) : live;

    public static string Refusal(Action act)
    {
        try
        {
            act();
        }
        catch (ActRefusedException refused)
        {
            return refused.Code;
        }

        return "none";
    }
}
