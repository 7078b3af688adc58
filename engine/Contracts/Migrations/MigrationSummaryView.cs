namespace ApprovalEngine.Contracts.Migrations;

/// <summary>What a migration would do to all running cases of a version.</summary>
/// <param name="Cases">How many run on it.</param>
/// <param name="Movable">How many can be moved.</param>
/// <param name="Tasks">Tasks by what becomes of them: Kept, Closed, Opened.</param>
/// <param name="Timers">Timers by what becomes of them: Kept, Moved, New, Dropped.</param>
/// <param name="DueMoved">Cases whose promised or legal due moment would move.</param>
/// <param name="Skipped">Why others would be skipped, the commonest first.</param>
public sealed record MigrationSummaryView(
    int Cases, int Movable, IReadOnlyDictionary<string, int> Tasks, IReadOnlyDictionary<string, int> Timers, int DueMoved, IReadOnlyList<SkippedCases> Skipped);

/// <summary>Cases skipped for one reason.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Where">Activity or variable.</param>
/// <param name="Message">A sentence.</param>
/// <param name="Cases">How many.</param>
/// <param name="Example">Number of one of them.</param>
public sealed record SkippedCases(string Code, string Where, string Message, int Cases, string Example);
