namespace ApprovalEngine.Contracts.Clocks;

/// <summary>How far the newest calendar has come over the open cases. Until it has passed a case, an act on it reckons it first.</summary>
/// <param name="Version">The version.</param>
/// <param name="Passed">Cases looked at.</param>
/// <param name="Moved">Those of which something moved.</param>
/// <param name="Failed">Those that could not be reckoned; the next act on them tries again.</param>
/// <param name="FinishedAt">When the last one was passed (UTC); null while it is under way.</param>
public sealed record CalendarPassView(int Version, int Passed, int Moved, int Failed, DateTimeOffset? FinishedAt);
