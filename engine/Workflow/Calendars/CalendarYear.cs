namespace ApprovalEngine.Workflow.Calendars;

/// <summary>The days of a year that differ from the plain week.</summary>
/// <param name="Year">The year.</param>
/// <param name="Days">Those days.</param>
public sealed record CalendarYear(int Year, IReadOnlyList<SpecialDay> Days);

/// <summary>A day that differs from the plain week.</summary>
/// <param name="Date">Local date.</param>
/// <param name="Name">What the notice calls it.</param>
/// <param name="IsOffDay">Off day, or shifted working day.</param>
public sealed record SpecialDay(DateOnly Date, string Name, bool IsOffDay);
