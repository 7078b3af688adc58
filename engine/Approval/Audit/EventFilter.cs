using ApprovalEngine.Contracts.Audit;

namespace ApprovalEngine.Approval.Audit;

/// <summary>What narrows a list of events; null narrows nothing.</summary>
/// <param name="Act">What was done, for instance SignedIn.</param>
/// <param name="Actor">Who: a user name or a part of one, or of what people are called.</param>
/// <param name="Subject">On what: a case number or its last digits, a part of a person's name, or how the subject begins (<c>job/…</c>).</param>
/// <param name="From">First instant.</param>
/// <param name="To">Last instant.</param>
/// <param name="Sort">The order; null for the latest first.</param>
public sealed record EventFilter(string? Act, string? Actor, string? Subject, DateTimeOffset? From, DateTimeOffset? To, EventSort? Sort = null);
