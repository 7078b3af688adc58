namespace ApprovalEngine.Contracts.Cases;

/// <summary>A case that one was given to read.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNo">Its number.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Applicant">Name of the applicant.</param>
/// <param name="By">User name of who gave it.</param>
/// <param name="At">Instant (UTC).</param>
/// <param name="Text">What to look at.</param>
/// <param name="ReadAt">When it was first opened (UTC); null while unread.</param>
public sealed record CopyListed(Guid CaseId, string CaseNo, string Item, string Applicant, string By, DateTimeOffset At, string? Text, DateTimeOffset? ReadAt);
