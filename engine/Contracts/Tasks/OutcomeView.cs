namespace ApprovalEngine.Contracts.Tasks;

/// <summary>An answer that a task takes, and what it leads to as the case stands now.</summary>
/// <param name="Outcome">The answer.</param>
/// <param name="Title">What the flow's author calls it; null where they said nothing.</param>
/// <param name="Opens">Steps that open with it, and who comes next there.</param>
/// <param name="Ends">Open tasks of others that end with it.</param>
/// <param name="Decision">How the case is closed by it; null while it goes on.</param>
/// <param name="Refused">Why it is refused now; null when it is not.</param>
public sealed record OutcomeView(string Outcome, LocalText? Title, IReadOnlyList<StepAhead> Opens, IReadOnlyList<StepRef> Ends, string? Decision, string? Refused)
{
    /// <summary>Whether the application ends with it without being accepted.</summary>
    public bool IsNotAccepted { get; init; }

    /// <summary>Last local date of the period that the flow then gives for a correction; null where it asks for none, or gives none.</summary>
    public DateOnly? BringBy { get; init; }

    /// <summary>What the applicant is told in writing with it, in the words of who answers: Correction or NotAccepted; null for nothing.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether it is given only with words: the applicant is told no, or what is missing, and is told why (domain.md, "Supervision levels").</summary>
    public bool NeedsReason { get; init; }

    /// <summary>Stable name of why it is refused now; null when it is not.</summary>
    public string? RefusedCode { get; init; }

    /// <summary>Codes of the papers for whose sake it is refused now; empty where they are not the reason.</summary>
    public IReadOnlyList<string> LackingPapers { get; init; } = [];
}
