using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Documents;

/// <summary>When a paper may be promised for (容缺受理; domain.md, "Acceptance": supplied before the promised due day).</summary>
internal static class PromisedPapers
{
    /// <summary>
    /// The papers that are promised and not there yet: until they are, what the case issues is not handed out (domain.md, "Acceptance"). What
    /// was decided against the applicant is handed out all the same.
    /// </summary>
    /// <param name="row">The case.</param>
    /// <param name="materials">What is recorded of its materials.</param>
    public static IReadOnlyList<SuppliedMaterial> Awaited(CaseRecord row, IEnumerable<SuppliedMaterial> materials) =>
        MayCome(row) ? [.. materials.Where(one => one.State == nameof(MaterialState.Deferred))] : [];

    /// <summary>Whether something can still be brought that was promised: not where the application came to nothing.</summary>
    public static bool MayCome(CaseRecord row) => row.IsOpen || row.Decision == Decision.Granted;

    /// <summary>
    /// What stands against an acceptance: promises for a day that is not before the case is due then. What is answered on the spot is due
    /// before anything can be brought; what it issues waits for the paper.
    /// </summary>
    /// <param name="session">The case.</param>
    /// <param name="accepted">What its acceptance leads to.</param>
    public static IReadOnlyList<Fault> TooLate(CaseSession session, Transition accepted)
    {
        var calendar = session.World.Calendar;
        return accepted.State.Clock?.Promised is { Limit: not Limit.WorkingDays { Count: 0 } } clock && Deadlines.Read(clock, calendar, clock.StartedAt).DueAt is { } due
            ? [.. session.Stored.Materials.Where(one => one.Value is { State: MaterialState.Deferred, PromisedOn: { } day } && day >= calendar.LocalDate(due)).Select(one => new Fault(
                "PromiseTooLate", $"Material '{one.Key}' is promised for {one.Value.PromisedOn:yyyy-MM-dd}; accepted now the case is due on {calendar.LocalDate(due):yyyy-MM-dd}, and the paper must come before.", one.Key))]
            : [];
    }

    /// <summary>The last local date for which a paper can be promised when an application is accepted now; null where nothing bounds it or the calendar ends.</summary>
    /// <param name="promisedDays">The item's promised limit, working days.</param>
    /// <param name="calendar">The centre's calendar.</param>
    /// <param name="now">Instant (UTC).</param>
    public static DateOnly? LastDay(int promisedDays, WorkingCalendar calendar, DateTimeOffset now)
    {
        if (promisedDays == 0 || Deadlines.Read(new Clock(now, new Limit.WorkingDays(promisedDays), 0, []), calendar, now).DueAt is not { } due)
        {
            return null;
        }

        var (today, day) = (calendar.LocalDate(now), calendar.LocalDate(due).AddDays(-1));
        while (day > today && !calendar.IsWorkingDay(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    /// <summary>Refuses a promise that is broken as it is given: for a day that is over, or not before the case is due.</summary>
    /// <param name="session">The case; before its acceptance no due day is known.</param>
    /// <param name="materials">What is recorded.</param>
    /// <param name="at">Instant (UTC) of recording.</param>
    /// <exception cref="RuleBrokenException">PromiseInvalid, with the material.</exception>
    public static void Require(CaseSession session, IEnumerable<SuppliedMaterial> materials, DateTimeOffset at)
    {
        var calendar = session.World.Calendar;
        var (today, due) = (calendar.LocalDate(at), session.Case.DueAt is { } dueAt ? calendar.LocalDate(dueAt) : DateOnly.MaxValue);
        foreach (var material in materials)
        {
            if (material.PromisedOn is { } promised && (promised < today || promised >= due))
            {
                throw new RuleBrokenException("PromiseInvalid", $"A paper is promised for a day from today on and before the case is due; {promised:yyyy-MM-dd} is neither.", material.Code);
            }
        }
    }
}
