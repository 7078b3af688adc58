using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Supervision;
using ApprovalEngine.Workflow.Runtime;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>What has happened lately in the part of the centre that the asker oversees, the latest first.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Take">How many.</param>
public sealed record ListHappenings(Access Access, int Take) : IRequest<IReadOnlyList<Happening>>;

/// <summary>
/// Answers <see cref="ListHappenings"/>: acceptances and closings are the facts that the figures count, so the feed tells of the same cases as
/// the board's numbers.
/// </summary>
internal sealed class ListHappeningsHandler(CaseDatabase database, OrgDirectory directories, CalendarStore calendars, TimeProvider time) : IRequestHandler<ListHappenings, IReadOnlyList<Happening>>
{
    /// <summary>What is older is no news; it also bounds the walk of whoever oversees a unit in which little happens.</summary>
    private const int DaysBack = 7;

    // Walks the index (centre, kind, on_date) of facts and ix_alert_raised from their ends.
    private const string Latest = """
        select h.kind, h.at, h.case_id, c.case_no, i.code, u.code, h.detail, h.alert_id
          from ((select 'Accepted' as kind, f.at, f.case_id, f.unit_id, null::smallint as detail, null::bigint as alert_id from case_fact f
                  where f.centre_id = $1 and f.kind = 1 and f.sign = 1 and f.on_date >= $3 and f.unit_id = any($2)
                  order by f.on_date desc, f.at desc limit $5)
                union all
                (select case when f.on_time is false then 'ClosedLate' else 'Closed' end, f.at, f.case_id, f.unit_id, f.decision, null from case_fact f
                  where f.centre_id = $1 and f.kind = 2 and f.sign = 1 and f.on_date >= $3 and f.unit_id = any($2)
                  order by f.on_date desc, f.at desc limit $5)
                union all
                (select 'AlertRaised', a.raised_at, a.case_id, a.unit_id, a.level, a.alert_id from alert a
                  where a.centre_id = $1 and a.raised_at >= $4 and a.unit_id = any($2)
                  order by a.raised_at desc limit $5)
                union all
                (select 'AlertEscalated', e.at, a.case_id, a.unit_id, a.level, a.alert_id from alert a
                   join lateral (select x.at from alert_act x where x.centre_id = a.centre_id and x.alert_id = a.alert_id order by x.no desc limit 1) e on e.at >= $4
                  where a.centre_id = $1 and a.status = 6 and a.unit_id = any($2)
                  order by e.at desc limit $5)) h
          join cases c on c.centre_id = $1 and c.case_id = h.case_id
          join item i on i.centre_id = $1 and i.item_id = c.item_id
          join org_unit u on u.centre_id = $1 and u.unit_id = h.unit_id
         order by h.at desc, h.case_id, h.kind
         limit $5
        """;

    public async Task<IReadOnlyList<Happening>> Handle(ListHappenings asked, CancellationToken cancel)
    {
        var access = asked.Access;
        access.Require(CaseScope.Overseers);
        var calendar = await calendars.Of(access.CentreId, cancel);
        var since = calendar.LocalDate(time.GetUtcNow()).AddDays(-DaysBack);
        var units = (await directories.Of(access.CentreId, cancel)).UnitsIn(access, CaseScope.Overseers);
        return await database.ListAsync(
            Latest, Read, cancel, Sql.Of(access.CentreId), Sql.Of(units), Sql.Of(since), Sql.Of(calendar.BeginsAt(since)), Sql.Of(Cursor.Take(asked.Take)));
    }

    private static Happening Read(NpgsqlDataReader reader)
    {
        var kind = reader.GetString(0);
        short? detail = reader.IsDBNull(6) ? null : reader.GetInt16(6);
        return new(
            kind, reader.GetFieldValue<DateTimeOffset>(1), reader.GetGuid(2), reader.GetString(3), reader.GetString(4), reader.GetString(5),
            detail is { } number ? kind.StartsWith("Alert", StringComparison.Ordinal) ? ((AlertLevel)number).ToString() : ((Decision)number).ToString() : null,
            reader.IsDBNull(7) ? null : reader.GetInt64(7));
    }
}
