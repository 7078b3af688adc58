using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>Answers to tasks in words: those that the product knows in the person's language, those of a flow's author as they wrote them.</summary>
public static class Outcomes
{
    private static readonly string[] Good = ["Approved", "Accepted", "Granted", "Passed", "Agreed", "Yes", "Done", "Supplied", "Verified", "Complete", "Lawful", "Right", "Registered", "Determined"];
    private static readonly string[] Bad = ["Refused", "Rejected", "NotAccepted", "Failed", "No", "NotVerified", "NotSupplied", "Refuse", "Objected", "Unlawful"];

    /// <summary>A word for an answer.</summary>
    /// <param name="texts">The person's language.</param>
    /// <param name="outcome">The answer.</param>
    /// <param name="title">What the flow's author calls it; null where that is not known.</param>
    public static string Say(Texts texts, string outcome, LocalText? title = null)
    {
        if (title is not null)
        {
            return Session.Say(title);
        }

        return texts.Find($"Outcome.{outcome}") ?? outcome;
    }

    /// <summary>The answer that the key for approving gives: one that is good by name, else the first.</summary>
    public static string? Approving(IEnumerable<string> outcomes)
    {
        var all = outcomes.ToArray();
        return all.FirstOrDefault(Good.Contains) ?? all.FirstOrDefault();
    }

    /// <summary>Whether the answer is against the applicant: it needs words, and is never the one filled button.</summary>
    public static bool IsAgainst(string outcome) => Bad.Contains(outcome);
}
