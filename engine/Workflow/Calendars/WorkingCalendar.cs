namespace ApprovalEngine.Workflow.Calendars;

/// <summary>Working days and office hours of a centre: pure data, built once, shared by all.</summary>
public sealed class WorkingCalendar
{
    /// <summary>Zone of the centre's local dates.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Version of the centre's calendar set, named in explanations.</summary>
    public int Version { get; }

    /// <summary>Builds a calendar.</summary>
    /// <param name="zone">The centre's zone.</param>
    /// <param name="version">Version of the set.</param>
    /// <param name="years">One entry a year; a year that is not among them is never guessed.</param>
    /// <param name="hours">Opening and closing by date, the last entry on or before a date counts; must not be empty.</param>
    public WorkingCalendar(TimeZoneInfo zone, int version, IEnumerable<CalendarYear> years, IEnumerable<OfficeHours> hours)
    {
        Zone = zone;
        Version = version;
    }

    /// <summary>The centre's local date of an instant: the one function that says what day it is.</summary>
    public DateOnly LocalDate(DateTimeOffset at) => throw new InvalidOperationException(Zone.Id);

    /// <summary>Whether a date is a working day.</summary>
    /// <exception cref="ClockException">CalendarYearMissing.</exception>
    public bool IsWorkingDay(DateOnly date) => throw new InvalidOperationException(Zone.Id);

    /// <summary>Instant (UTC) at which the centre opens on a date.</summary>
    public DateTimeOffset OpensAt(DateOnly date) => throw new InvalidOperationException(Zone.Id);

    /// <summary>Instant (UTC) at which the centre closes on a date.</summary>
    public DateTimeOffset ClosesAt(DateOnly date) => throw new InvalidOperationException(Zone.Id);
}

/// <summary>The days of a year that differ from the plain week.</summary>
/// <param name="Year">The year.</param>
/// <param name="Days">Those days.</param>
public sealed record CalendarYear(int Year, IReadOnlyList<SpecialDay> Days);

/// <summary>A day that differs from the plain week.</summary>
/// <param name="Date">Local date.</param>
/// <param name="Name">What the notice calls it.</param>
/// <param name="IsOffDay">Off day, or shifted working day.</param>
public sealed record SpecialDay(DateOnly Date, string Name, bool IsOffDay);

/// <summary>Office hours from a date on.</summary>
/// <param name="From">First local date.</param>
/// <param name="Opens">Local time, 09:00 unless the centre says otherwise.</param>
/// <param name="Closes">Local time, 17:30 unless the centre says otherwise.</param>
public sealed record OfficeHours(DateOnly From, TimeOnly Opens, TimeOnly Closes);
