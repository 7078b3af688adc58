namespace ApprovalEngine.Contracts.Clocks;

/// <summary>A day that differs from the plain week.</summary>
/// <param name="Date">Local date.</param>
/// <param name="Name">What the notice calls it.</param>
/// <param name="IsOffDay">Off day, or shifted working day (調休上班).</param>
public sealed record CalendarDay(DateOnly Date, string Name, bool IsOffDay);
