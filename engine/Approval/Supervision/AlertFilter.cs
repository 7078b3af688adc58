using ApprovalEngine.Contracts.Supervision;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>What narrows a list of alerts, and its order; null narrows nothing.</summary>
/// <param name="Level">Name of a level.</param>
/// <param name="Clock">Name of a clock.</param>
/// <param name="Status">Name of a status.</param>
/// <param name="Item">Code of an item.</param>
/// <param name="Unit">Code of a unit; the units below it count with it.</param>
/// <param name="Person">User name of who was responsible.</param>
/// <param name="From">First local date on which it was due.</param>
/// <param name="To">Last one, inclusive.</param>
/// <param name="CaseId">One case.</param>
/// <param name="Sort">The order; null for the latest due first.</param>
/// <param name="Duty">Only those that wait for the asker.</param>
public sealed record AlertFilter(
    string? Level = null, string? Clock = null, string? Status = null, string? Item = null, string? Unit = null, string? Person = null, DateOnly? From = null, DateOnly? To = null, Guid? CaseId = null,
    AlertSort? Sort = null, AlertDuty? Duty = null);
