namespace ApprovalEngine.Contracts.Tasks;

/// <summary>A task that one answered.</summary>
/// <param name="TaskId">Id of the task.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="CaseNo">Number of the case.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Applicant">Name of the applicant.</param>
/// <param name="Title">What the step is called.</param>
/// <param name="Outcome">The answer; null when the case was returned or the task passed on.</param>
/// <param name="OnBehalfOf">For whom it was answered; null for oneself.</param>
/// <param name="At">Instant (UTC).</param>
public sealed record TaskDone(Guid TaskId, Guid CaseId, string CaseNo, string Item, string Applicant, LocalText Title, string? Outcome, string? OnBehalfOf, DateTimeOffset At)
{
    /// <summary>What the flow's author calls the answer; null where they said nothing.</summary>
    public LocalText? OutcomeTitle { get; init; }
}
