using ApprovalEngine.Workflow.Calendars;
using CsCheck;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Calendars;

/// <summary>What must hold of every clock, whatever its ledger.</summary>
public sealed class Any_clock
{
    private static readonly DateTimeOffset First = China.At("2008-01-01 00:00");

    private static readonly Gen<DateTimeOffset> Instant = Gen.Int[0, 17 * 365 * 24 * 60].Select(minutes => First.AddMinutes(minutes));

    private static readonly Gen<Clock> Unstopped = Gen.Select(Instant, Gen.Int[0, 45], Gen.Int[0, 10]).Select((at, limit, extension) => new Clock(at, Limit.Days(limit), extension, []));

    /// <summary>Up to four suspensions that follow each other or overlap, each begun before the due moment then valid.</summary>
    private static readonly Gen<Clock> Stopped = Gen.Select(Unstopped, Gen.Select(Gen.Double[0, 1], Gen.Int[1, 40 * 24 * 60]).List[0, 4]).Select((clock, stops) =>
        stops.Aggregate(clock, (so, stop) => Suspend(so, stop.Item1, stop.Item2)));

    [Fact]
    public void is_due_no_earlier_with_a_longer_limit() => Stopped.Sample(clock =>
        Due(clock) <= Due(clock with { ExtensionDays = clock.ExtensionDays + 1 }));

    [Fact]
    public void is_due_no_earlier_when_accepted_later() => Gen.Select(Unstopped, Gen.Int[0, 20_000]).Sample((clock, minutes) =>
        Due(clock) <= Due(clock with { StartedAt = clock.StartedAt.AddMinutes(minutes) }));

    [Fact]
    public void is_never_shortened_by_a_suspension() => Gen.Select(Stopped, Gen.Double[0, 1], Gen.Int[1, 60 * 24 * 60]).Sample((clock, place, minutes) =>
        Due(clock) <= Due(Suspend(clock, place, minutes)));

    [Fact]
    public void explains_exactly_the_days_of_its_limit_up_to_the_due_day() => Stopped.Sample(clock =>
    {
        var reading = Deadlines.Read(clock, China.Calendar, clock.StartedAt);
        var counted = reading.Days.Where(day => day.Counts).ToList();
        var total = ((Limit.WorkingDays)clock.Limit).Count + clock.ExtensionDays;
        counted.Select(day => day.Number).Should().Equal(Enumerable.Range(1, total).Cast<int?>());
        China.Calendar.ClosesAt(total == 0 ? reading.AcceptanceDay : counted[^1].Date).Should().Be(reading.DueAt);
        reading.Days.Select(day => day.Date).Should().Equal(Enumerable.Range(0, reading.Days.Length).Select(reading.AcceptanceDay.AddDays));
    });

    [Fact]
    public void is_on_time_if_and_only_if_the_days_used_keep_the_limit() => Gen.Select(Stopped, Gen.Int[-40 * 24 * 60, 40 * 24 * 60]).Sample((clock, minutes) =>
    {
        var due = Due(clock);
        var closed = due.AddMinutes(minutes) < clock.StartedAt ? clock.StartedAt : due.AddMinutes(minutes);
        var reading = Deadlines.Read(clock, China.Calendar, closed);
        return reading.IsOnTime == closed <= due && reading.IsOnTime == reading.UsedDays <= ((Limit.WorkingDays)clock.Limit).Count + clock.ExtensionDays;
    });

    [Fact]
    public void uses_as_many_days_as_the_smallest_limit_that_the_closing_keeps() => Gen.Select(Stopped, Gen.Int[0, 60 * 24 * 60]).Sample((clock, minutes) =>
    {
        var closed = clock.StartedAt.AddMinutes(minutes);
        var used = Deadlines.Read(clock, China.Calendar, closed).UsedDays;
        // A smaller limit would have made later suspensions void: only those begun by the closing day's due moment are compared.
        var bare = clock with { Suspensions = [] };
        var plain = Deadlines.Read(bare, China.Calendar, closed).UsedDays;
        return used <= plain && Due(bare with { Limit = Limit.Days(plain), ExtensionDays = 0 }) >= closed
            && (plain == 0 || Due(bare with { Limit = Limit.Days(plain - 1), ExtensionDays = 0 }) < closed);
    });

    [Fact]
    public void gives_notice_before_it_is_due_and_not_before_it_began() => Stopped.Sample(clock =>
    {
        var reading = Deadlines.Read(clock, China.Calendar, clock.StartedAt);
        return ((Limit.WorkingDays)clock.Limit).Count + clock.ExtensionDays == 0 ? reading.NoticeAt is null : reading.NoticeAt > clock.StartedAt && reading.NoticeAt < reading.DueAt;
    });

    [Fact]
    public void agrees_with_counting_the_days_one_by_one() => Stopped.Sample(clock => Deadlines.Read(clock, China.Calendar, clock.StartedAt).DueAt == DayByDay(clock));

    [Fact]
    public void reckons_forward_and_backward_alike() => Gen.Select(Instant, Gen.Int[1, 200]).Sample((at, days) =>
    {
        var date = China.Calendar.DayOf(at);
        var later = China.Calendar.Add(date, days);
        return China.Calendar.Add(later, -days) == date && China.Calendar.CountBetween(date, later) == days && China.Calendar.CountBetween(later, date) == -days;
    });

    [Fact]
    public void goes_back_from_an_off_day_to_the_working_day_before_it()
    {
        China.Calendar.Add(new DateOnly(2025, 3, 16), -1).Should().Be(new DateOnly(2025, 3, 14));
        China.Calendar.Add(new DateOnly(2025, 3, 17), -1).Should().Be(new DateOnly(2025, 3, 14));
    }

    private static DateTimeOffset Due(Clock clock) => Deadlines.Read(clock, China.Calendar, clock.StartedAt).DueAt!.Value;

    private static Clock Suspend(Clock clock, double place, int minutes)
    {
        var from = clock.StartedAt + ((Due(clock) - clock.StartedAt) * place * 0.999);
        return from < clock.StartedAt || from >= Due(clock) ? clock : clock with { Suspensions = clock.Suspensions.Add(new Suspension(from, from.AddMinutes(minutes))) };
    }

    /// <summary>The rules by the letter, slowly: every local day from day 0 on is looked at.</summary>
    private static DateTimeOffset DayByDay(Clock clock)
    {
        var calendar = China.Calendar;
        var day = calendar.LocalDate(clock.StartedAt);
        while (!calendar.IsWorkingDay(day) || calendar.ClosesAt(day) < clock.StartedAt)
        {
            day = day.AddDays(1);
        }

        for (var left = ((Limit.WorkingDays)clock.Limit).Count + clock.ExtensionDays; left > 0;)
        {
            day = day.AddDays(1);
            if (calendar.IsWorkingDay(day) && !clock.Suspensions.Any(stop => Loses(stop, day)))
            {
                left--;
            }
        }

        return calendar.ClosesAt(day);
    }

    private static bool Loses(Suspension stop, DateOnly day) =>
        stop.From < China.Calendar.ClosesAt(day) && stop.To > China.Calendar.OpensAt(day) && China.Calendar.LocalDate(stop.From) != China.Calendar.LocalDate(stop.To!.Value);
}
