namespace ApprovalEngine.Contracts.Tasks;

/// <summary>What the usual names of answers say: flows name their answers freely, and screens and rules know these.</summary>
public static class AnswerNames
{
    private static readonly string[] Good = ["Approved", "Accepted", "Granted", "Passed", "Agreed", "Yes", "Done", "Supplied", "Verified", "Complete", "Lawful", "Right", "Registered", "Determined"];
    private static readonly string[] Bad = ["Refused", "Rejected", "NotAccepted", "Failed", "No", "NotVerified", "NotSupplied", "Refuse", "Objected", "Unlawful"];

    /// <summary>Whether an answer is for the applicant.</summary>
    public static bool IsFor(string outcome) => Good.Contains(outcome);

    /// <summary>Whether an answer is against the applicant.</summary>
    public static bool IsAgainst(string outcome) => Bad.Contains(outcome);
}
