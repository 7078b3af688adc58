namespace ApprovalEngine.Contracts.Clocks;

/// <summary>What a change would move. Closed cases and raised alerts keep what they have.</summary>
/// <param name="Version">Version of the set that it builds on.</param>
/// <param name="OpenCases">Open cases.</param>
/// <param name="Moved">Those of which anything would move.</param>
/// <param name="BecomingKnown">Those whose due moment is not known yet and would be.</param>
/// <param name="Examples">The first moved ones.</param>
/// <param name="Notices">Notices that would move.</param>
/// <param name="Steps">Due moments of steps that would move.</param>
/// <param name="Timers">Timers that would move.</param>
/// <param name="Alerts">Alerts to come that would move.</param>
public sealed record CalendarPreview(int Version, int OpenCases, int Moved, int BecomingKnown, IReadOnlyList<MovedDue> Examples,
    int Notices, int Steps, int Timers, int Alerts);

/// <summary>A case whose promised due moment moves.</summary>
/// <param name="CaseNo">Which.</param>
/// <param name="From">Until now (UTC); null when not known.</param>
/// <param name="To">Then (UTC); null when not known.</param>
public sealed record MovedDue(string CaseNo, DateTimeOffset? From, DateTimeOffset? To);
