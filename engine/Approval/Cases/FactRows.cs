using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Workflow.Calendars;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What the statistics count of a case: its acceptance and its closing, numbers from <see cref="Deadlines.Read"/>.</summary>
internal static class FactRows
{
    public const short AcceptedKind = 1;
    public const short ClosedKind = 2;

    public static CaseFact Accepted(CaseRecord row, WorkingCalendar calendar)
    {
        var acceptedAt = row.AcceptedAt!.Value;
        var on = calendar.LocalDate(acceptedAt);
        return new CaseFact(AcceptedKind, 1, on, acceptedAt, on, LimitAmount(row), null, null, IsExtended(row), null, null);
    }

    public static CaseFact Closed(CaseRecord row, WorkingCalendar calendar)
    {
        var clock = row.State.Clock!.Promised;
        var closedAt = row.ClosedAt!.Value;
        var reading = Deadlines.Read(clock, calendar, closedAt);
        long? used = row.LimitKind == LimitKind.Calendar
            ? Microseconds(closedAt - clock.StartedAt)
            : CaseColumns.UsedDays(reading, row.LimitKind, calendar, closedAt);
        return new CaseFact(
            ClosedKind, 1, calendar.LocalDate(closedAt), closedAt, calendar.LocalDate(row.AcceptedAt!.Value), LimitAmount(row), used,
            used is null && reading.DueAt is null ? null : reading.IsOnTime, IsExtended(row), row.Decision, reading.DueAt);
    }

    /// <summary>The limit first promised: working days, or microseconds up to the given instant.</summary>
    private static long LimitAmount(CaseRecord row) => row.State.Clock!.Promised switch
    {
        { Limit: Limit.Calendar calendar } clock => Microseconds(calendar.DueAt - clock.StartedAt),
        { Limit: Limit.WorkingDays days } => days.Count,
        _ => throw new InvalidOperationException("A limit of unknown kind."),
    };

    private static bool IsExtended(CaseRecord row) => row.State.Clock!.Promised.ExtensionDays > 0;

    /// <summary>An end before the start counts as 0 (contracts.md).</summary>
    private static long Microseconds(TimeSpan span) => Math.Max(0, span.Ticks / TimeSpan.TicksPerMicrosecond);
}
