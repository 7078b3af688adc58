using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Calendars;

/// <summary>Working days and office hours of a centre: pure data, built once, shared by all.</summary>
public sealed class WorkingCalendar
{
    private readonly CalendarTable table;
    private readonly ImmutableArray<OfficeHours> hours;

    /// <summary>Builds a calendar.</summary>
    /// <param name="zone">The centre's zone.</param>
    /// <param name="version">Version of the set.</param>
    /// <param name="years">One entry a year; a year that is not among them is never guessed.</param>
    /// <param name="hours">Opening and closing by date, the last entry on or before a date counts (before the first, the first); must not be empty.</param>
    public WorkingCalendar(TimeZoneInfo zone, int version, IEnumerable<CalendarYear> years, IEnumerable<OfficeHours> hours)
    {
        Zone = zone;
        Version = version;
        table = new CalendarTable(years);
        this.hours = [.. hours.OrderBy(entry => entry.From)];
        if (this.hours.IsEmpty)
        {
            throw new ArgumentException("A calendar needs office hours.", nameof(hours));
        }
    }

    /// <summary>Zone of the centre's local dates.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>Version of the centre's calendar set, named in explanations.</summary>
    public int Version { get; }

    /// <summary>The centre's local date of an instant: the one function that says what day it is.</summary>
    public DateOnly LocalDate(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>Instant (UTC) at which a local date begins.</summary>
    public DateTimeOffset BeginsAt(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>Whether a date is a working day.</summary>
    /// <exception cref="ClockException">CalendarYearMissing.</exception>
    public bool IsWorkingDay(DateOnly date) => table.IsWorkingDay(date);

    /// <summary>Instant (UTC) at which the centre opens on a date.</summary>
    public DateTimeOffset OpensAt(DateOnly date) => At(date, HoursOn(date).Opens);

    /// <summary>Instant (UTC) at which the centre closes on a date.</summary>
    public DateTimeOffset ClosesAt(DateOnly date) => At(date, HoursOn(date).Closes);

    /// <summary>The day an act belongs to: its own working day up to the closing moment, else the next working day (domain.md, "Working days").</summary>
    /// <exception cref="ClockException">CalendarYearMissing.</exception>
    public DateOnly DayOf(DateTimeOffset at)
    {
        var date = LocalDate(at);
        return IsWorkingDay(date) && at <= ClosesAt(date) ? date : Add(date, 1);
    }

    /// <summary>The n-th working day after a date; a negative count goes back, 0 is the last working day on or before it.</summary>
    /// <exception cref="ClockException">CalendarYearMissing.</exception>
    public DateOnly Add(DateOnly date, int workingDays)
    {
        var number = table.Number(date);
        // Going back from an off day, the last working day before it is one step away already.
        var step = workingDays < 0 && !table.IsWorkingDay(date) ? workingDays + 1 : workingDays;
        return table.Day(number + step, date);
    }

    /// <summary>The n-th working day after a date, for n of 1 or more; false, with the year, where a year on the way is missing.</summary>
    internal bool TryAdd(DateOnly date, int workingDays, out DateOnly day, out int missing)
    {
        if (table.TryNumber(date, out var number))
        {
            return table.TryDay(number + workingDays, date, out day, out missing);
        }

        (day, missing) = (default, date.Year);
        return false;
    }

    /// <summary>Working days after one date up to and including another; negative when the second is earlier.</summary>
    /// <exception cref="ClockException">CalendarYearMissing.</exception>
    public int CountBetween(DateOnly after, DateOnly upTo)
    {
        var count = table.Number(upTo) - table.Number(after);
        if (count != 0)
        {
            table.Day(table.Number(upTo), after); // no year between the two may be missing
        }

        return count;
    }

    /// <summary>What a notice says of a date; null for a plain day.</summary>
    public SpecialDay? Special(DateOnly date) => table.Special(date);

    private OfficeHours HoursOn(DateOnly date)
    {
        for (var i = hours.Length - 1; i > 0; i--)
        {
            if (hours[i].From <= date)
            {
                return hours[i];
            }
        }

        return hours[0];
    }

    private DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        return new DateTimeOffset(local, Zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
