using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Documents;

/// <summary>
/// What the applicant is told of the limits of a case: why and how long a clock stands still (Licensing Law 45), and by how many days it was
/// extended, and why (42). The ledger of the clocks says it; a correction has a notice of its own, with the papers.
/// </summary>
internal static class ClockNotices
{
    private const string Suspension = nameof(Suspension);
    private const string Extension = nameof(Extension);

    // In the trail.
    private const string Suspended = "CaseSuspended";
    private const string Extended = "CaseExtended";

    /// <summary>Oldest first.</summary>
    /// <param name="row">The case.</param>
    /// <param name="calendar">For local dates.</param>
    /// <param name="course">What was done to the case, for who extended it; the applicant is told no names.</param>
    public static IReadOnlyList<ClockNotice> Of(CaseRecord row, WorkingCalendar calendar, IReadOnlyList<CourseAct>? course = null) =>
        row.State.Clock is { } clock ? [.. clock.Events.Select((entry, at) => Of(entry, at + 1, clock, calendar, course)).OfType<ClockNotice>()] : [];

    private static ClockNotice? Of(ClockEvent entry, int no, CaseClock clock, WorkingCalendar calendar, IReadOnlyList<CourseAct>? course) => entry switch
    {
        ClockEvent.Stopped { Cause: not nameof(TaskKind.Correction) } stop => new ClockNotice(no, Suspension, stop.At, stop.Cause)
        {
            By = Actor(course, Suspended, stop),
            Basis = stop.Basis,
            Document = stop.Document,
            Until = stop.EndsAt is { } last ? calendar.LocalDate(last) : null,
            EndedOn = clock.Events.OfType<ClockEvent.Resumed>().FirstOrDefault(one => one.Key == stop.Key) is { } end ? calendar.LocalDate(end.At) : null,
            StopsLegal = stop.StopsLegal,
        },
        ClockEvent.Extended extended => new ClockNotice(no, Extension, extended.At, extended.Reason)
        {
            By = Actor(course, Extended, extended),
            Days = extended.Days,
        },
        _ => null,
    };

    /// <summary>Who did it outside the case's tasks; what a step of the flow brings about nobody has approved by name.</summary>
    private static string? Actor(IReadOnlyList<CourseAct>? course, string act, ClockEvent entry) => course?.FirstOrDefault(one => one.Act == act && one.At == entry.At)?.Actor;
}
