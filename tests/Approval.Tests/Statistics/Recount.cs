using ApprovalEngine.Contracts.Statistics;

namespace Approval.Tests.Statistics;

/// <summary>The figures once more, by the words of the domain page and without SQL.</summary>
public static class Recount
{
    public static FigureSet Of(IReadOnlyCollection<MadeCase> cases, DateOnly from, DateOnly to, DateTimeOffset now)
    {
        var end = MadeCase.At(to.AddDays(1), 0);
        var until = now < end ? now : end;
        MadeCase[] accepted = [.. cases.Where(one => one.AcceptedOn >= from && one.AcceptedOn <= to)];
        MadeCase[] closed = [.. cases.Where(one => one.ClosedOn >= from && one.ClosedOn <= to)];
        MadeCase[] open = [.. cases.Where(one => one.AcceptedOn <= to && (one.ClosedOn is null || one.ClosedOn > to))];
        MadeCase[] instant = [.. accepted.Where(one => one.IsInstant)];
        MadeCase[] days = [.. closed.Where(one => !one.IsInstant && !one.IsCalendar && one.Limit >= 1)];
        MadeCase[] calendar = [.. closed.Where(one => !one.IsInstant && one.IsCalendar && one.Limit >= 1)];
        var early = Early(days.Length == 0 && calendar.Length > 0 ? calendar : days);
        return new FigureSet
        {
            Accepted = accepted.Length,
            Closed = closed.Length,
            OnTime = closed.Count(one => one.IsOnTime),
            Overdue = closed.Count(one => !one.IsOnTime),
            Open = open.Length,
            OpenOverdue = open.Count(one => one.DueAt < until),
            InstantAccepted = instant.Length,
            InstantClosedSameDay = instant.Count(one => one.ClosedOn is not null && one.Used == 0),
            Extended = closed.Count(one => one.IsExtended),
            Rates = new(
                days.Length == 0 && calendar.Length > 0 ? "calendar" : "workingDays", early.AverageEarly, early.TimeSaved, early.EarlyShare,
                Rate.Of(closed.Count(one => one.IsOnTime), closed.Length),
                Rate.Of(instant.Count(one => one.ClosedOn is not null && one.Used == 0), instant.Length)),
            CalendarRates = days.Length > 0 && calendar.Length > 0 ? Early(calendar) : null,
        };
    }

    private static EarlyRates Early(MadeCase[] cases) => new(
        Rate.Of(cases.Sum(one => Math.Round(Math.Max(0m, one.Limit - one.Used) / one.Limit, 9, MidpointRounding.AwayFromZero)), cases.Length),
        Rate.Of(cases.Sum(one => one.Limit - one.Used), cases.Sum(one => one.Limit)),
        Rate.Of(cases.Count(one => one.Used < one.Limit), cases.Length));
}
