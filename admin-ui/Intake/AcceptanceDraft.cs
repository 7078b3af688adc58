namespace ApprovalEngine.AdminUi.Intake;

/// <summary>What a clerk has written to the answer to an application so far; kept in the browser, so that a crash loses nothing.</summary>
public sealed class AcceptanceDraft
{
    /// <summary>Reason or opinion.</summary>
    public string Words { get; set; } = "";

    /// <summary>What is wrong with the form.</summary>
    public string FormWords { get; set; } = "";

    /// <summary>By which local date the applicant shall bring what is missing; null for the flow's own period.</summary>
    public DateOnly? BringBy { get; set; }

    /// <summary>What is wrong with each paper, by its code.</summary>
    public Dictionary<string, string?> Reasons { get; set; } = [];
}
