namespace ApprovalEngine.Workflow.Calendars;

/// <summary>Office hours from a date on.</summary>
/// <param name="From">First local date.</param>
/// <param name="Opens">Local time, 09:00 unless the centre says otherwise.</param>
/// <param name="Closes">Local time, 17:30 unless the centre says otherwise.</param>
public sealed record OfficeHours(DateOnly From, TimeOnly Opens, TimeOnly Closes);
