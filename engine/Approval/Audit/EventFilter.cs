namespace ApprovalEngine.Approval.Audit;

/// <summary>What narrows a list of events; null narrows nothing.</summary>
/// <param name="Act">What was done, for instance SignedIn.</param>
/// <param name="Actor">User name.</param>
/// <param name="Subject">On what, or how it begins: <c>case/…</c>.</param>
/// <param name="From">First instant.</param>
/// <param name="To">Last instant.</param>
public sealed record EventFilter(string? Act, string? Actor, string? Subject, DateTimeOffset? From, DateTimeOffset? To);
