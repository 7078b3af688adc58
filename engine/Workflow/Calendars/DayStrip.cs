using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Calendars;

/// <summary>The days of a clock one by one.</summary>
internal static class DayStrip
{
    internal static ImmutableArray<ClockDay> Of(ClockReading reading, Clock clock, WorkingCalendar calendar, DateTimeOffset at)
    {
        var counted = CountedDays.Of(clock, calendar);
        var last = counted.IsStopped ? counted.Day(counted.BeforeStop) : calendar.LocalDate(reading.DueAt!.Value);
        var read = calendar.LocalDate(at);
        var strip = ImmutableArray.CreateBuilder<ClockDay>();
        var number = 0;
        for (var date = reading.AcceptanceDay; date <= (read > last ? read : last); date = date.AddDays(1))
        {
            var kind = date == reading.AcceptanceDay ? ClockDayKind.Acceptance : KindOf(date, counted, calendar);
            strip.Add(new ClockDay(date, kind, kind is ClockDayKind.Counted or ClockDayKind.CountedShifted ? ++number : null, calendar.Special(date)?.Name));
        }

        return strip.ToImmutable();
    }

    private static ClockDayKind KindOf(DateOnly date, CountedDays counted, WorkingCalendar calendar)
    {
        if (!calendar.IsWorkingDay(date))
        {
            return calendar.Special(date) is null ? ClockDayKind.Weekend : ClockDayKind.Holiday;
        }

        if (counted.IsLost(date))
        {
            return ClockDayKind.Suspended;
        }

        return calendar.Special(date) is null ? ClockDayKind.Counted : ClockDayKind.CountedShifted;
    }
}
