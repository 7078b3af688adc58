using System.Collections.Immutable;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The columns that follow from the flow's state: status, due moments, closing.</summary>
internal static class CaseColumns
{
    public static CaseRecord Derive(CaseRecord row, ImmutableArray<Effect> effects, WorkingCalendar calendar, DateTimeOffset at)
    {
        if (!row.IsOpen)
        {
            // Delivery, archive and rating go on after the closing; nothing of it moves what was fixed there.
            return row;
        }

        if (row.State.SubStatus == FlowSubStatus.Cancelled)
        {
            return row with { Status = CaseStatus.Cancelled, ClosedAt = at };
        }

        if (effects.OfType<Effect.CaseNotAccepted>().Any())
        {
            return row with { Status = CaseStatus.NotAccepted, ClosedAt = at };
        }

        return effects.OfType<Effect.CaseClosed>().FirstOrDefault() is { } closed ? Close(Clocks(row, calendar, at), closed.Decision, calendar, at) : Clocks(row, calendar, at);
    }

    /// <summary>Working days used, or null where a calendar year that the answer needs is missing, and for calendar limits.</summary>
    public static int? UsedDays(ClockReading reading, LimitKind kind, WorkingCalendar calendar, DateTimeOffset closedAt) =>
        kind == LimitKind.Calendar || reading.MissingYear <= calendar.LocalDate(closedAt).Year ? null : reading.UsedDays;

    private static CaseRecord Clocks(CaseRecord row, WorkingCalendar calendar, DateTimeOffset at)
    {
        if (row.State.Clock is not { } clock)
        {
            return row;
        }

        var promised = Deadlines.Read(clock.Promised, calendar, at);
        var legal = Deadlines.Read(clock.Legal, calendar, at);
        return row with
        {
            Status = promised.IsStopped ? CaseStatus.Suspended : CaseStatus.Open,
            AcceptedAt = clock.AcceptedAt,
            DueAt = promised.DueAt,
            NoticeAt = promised.NoticeAt,
            LegalDueAt = legal.DueAt,
        };
    }

    private static CaseRecord Close(CaseRecord row, Decision decision, WorkingCalendar calendar, DateTimeOffset at) => row with
    {
        Status = CaseStatus.Closed,
        ClosedAt = at,
        Decision = decision,
        UsedDays = row.State.Clock is { } clock ? UsedDays(Deadlines.Read(clock.Promised, calendar, at), row.LimitKind, calendar, at) : null,
    };
}
