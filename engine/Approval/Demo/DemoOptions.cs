namespace ApprovalEngine.Approval.Demo;

/// <summary>What the demo fills.</summary>
/// <param name="Centre">Code of the centre; null for the only one.</param>
/// <param name="Seed">The same seed gives the same cases.</param>
/// <param name="Month">First day of the month; null for the latest month whose cases all fall due inside the calendars.</param>
/// <param name="Cases">How many applications come in.</param>
public sealed record DemoOptions(string? Centre = null, int Seed = 1, DateOnly? Month = null, int Cases = 3_000);
