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

    /// <summary>In the trail, an extension.</summary>
    private const string Extended = "CaseExtended";

    /// <summary>Oldest first.</summary>
    /// <param name="row">The case.</param>
    /// <param name="calendar">For local dates.</param>
    /// <param name="course">What was done to the case, for who extended it; the applicant is told no names.</param>
    public static IReadOnlyList<ClockNotice> Of(CaseRecord row, WorkingCalendar calendar, IReadOnlyList<CourseAct>? course = null) =>
        [.. (row.State.Clock?.Events ?? []).Select((entry, at) => Of(entry, at + 1, calendar, course)).OfType<ClockNotice>()];

    private static ClockNotice? Of(ClockEvent entry, int no, WorkingCalendar calendar, IReadOnlyList<CourseAct>? course) => entry switch
    {
        ClockEvent.Stopped { Cause: not nameof(TaskKind.Correction) } stop => new ClockNotice(no, Suspension, stop.At, stop.Cause)
        {
            By = stop.Approver,
            Basis = stop.Basis,
            Document = stop.Document,
            Until = stop.EndsAt is { } end ? calendar.LocalDate(end) : null,
            StopsLegal = stop.StopsLegal,
        },
        ClockEvent.Extended extended => new ClockNotice(no, Extension, extended.At, extended.Reason)
        {
            By = course?.FirstOrDefault(act => act.Act == Extended && act.At == extended.At)?.Actor,
            Days = extended.Days,
        },
        _ => null,
    };
}
