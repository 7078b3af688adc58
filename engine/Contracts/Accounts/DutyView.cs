namespace ApprovalEngine.Contracts.Accounts;

/// <summary>How much of a kind waits for a person by their office, whoever of several takes it up; a kind of which nothing waits is not told.</summary>
/// <param name="Kind">Decide (alerts to decide on, without those that were handed up, which are told by themselves), AnswerAsHead (alerts that name nobody, of a unit they lead), Incidents, Releases (flows that a second person releases), Letters (messages that were given up) or Calendar (a year that is near and has no calendar).</param>
/// <param name="Count">How many.</param>
/// <param name="Subject">Where one of them is meant before others: the flow whose release waits longest, the year; null for others.</param>
public sealed record DutyView(string Kind, long Count, string? Subject);
