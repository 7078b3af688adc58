using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>
/// What waits for a person's attention besides their tasks: first what has to be acted on, then what is to be read, each newest first and however much there is
/// of the other. All but what is to be read is read off the state, so that nothing has to be ticked off.
/// </summary>
/// <param name="Access">Who asks.</param>
public sealed record MyNotices(Access Access) : IRequest<IReadOnlyList<NoticeView>>;

internal sealed class MyNoticesHandler(CaseDatabase database, OrgDirectory directories, TimeProvider clock) : IRequestHandler<MyNotices, IReadOnlyList<NoticeView>>
{
    /// <summary>
    /// A bad rating is put right within 15 working days (domain.md, "Legal limits"), which so many days hold whatever holidays fall among them.
    /// As long an upheld alert says to whoever answers for it that they may appeal.
    /// </summary>
    private static readonly TimeSpan Stands = TimeSpan.FromDays(30);

    // Indexes ix_alert_waiting, ix_alert_escalated, ix_task_open_mine, (centre, user, copied, case) and (centre, given, unit);
    // who urged is told by the trail of the case.
    private const string Waiting = """
        select n.kind, n.case_id, c.case_no, i.code, n.at, n.by, n.text, n.alert_id, n.task_no, n.clock, n.is_new
        from (
            (select 'Alert' kind, a.case_id, a.raised_at at, null::text by, a.level::text text, a.alert_id, null::int task_no, a.clock, a.status = 0 is_new
                from alert a where a.centre_id = $1 and a.person = $2 and a.status in (0, 1) order by a.raised_at desc limit $3)
            union all
            (select 'Upheld', a.case_id, e.at, e.actor, a.level::text, a.alert_id, null, a.clock, false
                from alert a join lateral (select x.at, x.actor from alert_act x where x.centre_id = a.centre_id and x.alert_id = a.alert_id order by x.no desc limit 1) e on true
                where a.centre_id = $1 and a.person = $2 and a.status = 4 and e.at > $5
                    and not exists (select from alert_act x where x.centre_id = a.centre_id and x.alert_id = a.alert_id and x.status = 5)
                order by a.raised_at desc limit $3)
            union all
            (select 'Escalated', a.case_id, e.at, e.actor, a.level::text, a.alert_id, null, a.clock, false
                from alert a join lateral (select x.at, x.actor from alert_act x where x.centre_id = a.centre_id and x.alert_id = a.alert_id order by x.no desc limit 1) e on true
                where a.centre_id = $1 and a.status = 6 and a.escalated_from = any($6)
                    and case when a.person is null then a.unit_id <> all($7) else a.person <> $2 end
                    and not exists (select from alert_act x where x.centre_id = a.centre_id and x.alert_id = a.alert_id and x.actor = $2 and x.status in (3, 4))
                order by a.raised_at desc limit $3)
            union all
            (select 'Urged', t.case_id, coalesce(x.at, t.opened_at), x.actor, t.urged::text, null, t.task_no, null, false
                from task_open t left join lateral (
                    select y.at, y.actor from audit y
                    where y.centre_id = t.centre_id and y.case_id = t.case_id and y.act = 'TaskUrged' and (y.payload::json ->> 'task')::int = t.task_no
                    order by y.seq desc limit 1) x on true
                where t.centre_id = $1 and t.assignee = $2 and t.urged > 0 order by t.due_at limit $3)
            union all
            (select 'Copy', y.case_id, y.copied_at, y.copied_by, y.text, null, null, null, false
                from case_copy y where y.centre_id = $1 and y.user_name = $2 and y.read_at is null order by y.copied_at desc limit $3)
            union all
            (select 'BadRating', r.case_id, r.given_at, null, r.reason, null, null, null, false
                from rating r where r.centre_id = $1 and r.unit_id = any($4) and r.grade <= 2 and r.given_at > $5 order by r.given_at desc limit $3)
        ) n
            join cases c on c.centre_id = $1 and c.case_id = n.case_id
            join item i on i.centre_id = $1 and i.item_id = c.item_id
        """;

    // Index ix_message_unread. Who may see the case is asked now: a task that another has claimed since, or a role that was taken away, leaves nothing to hear.
    private const string Messages = $"""
        select 'Message', d.case_id, c.case_no, i.code, max(d.delivered_at), null::text,
            (array_agg(concat_ws(E'\n', nullif(d.subject, ''), nullif(d.text, '')) order by d.delivery_id desc))[1], null::bigint, null::int, null::smallint, false
        from message m
            join delivery d on d.centre_id = m.centre_id and d.delivery_id = m.delivery_id
            join cases c on c.centre_id = d.centre_id and c.case_id = d.case_id
            join item i on i.centre_id = c.centre_id and i.item_id = c.item_id
        where m.centre_id = $1 and m.user_name = $2 and m.read_at is null and m.told_at > $11 and {CaseScope.Condition}
        group by d.case_id, c.case_no, i.code
        order by 5 desc
        limit $12
        """;

    public async Task<IReadOnlyList<NoticeView>> Handle(MyNotices query, CancellationToken cancellationToken)
    {
        var (access, directory) = (query.Access, await directories.Of(query.Access.CentreId, cancellationToken));
        int[] below = [.. directory.Units.Where(unit => Escalation.IsAbove(access.Grants, unit)).Select(unit => unit.UnitId)];
        var since = clock.GetUtcNow() - Stands;
        var waiting = await database.ListAsync(
            Waiting, Read, cancellationToken, Sql.Of(access.CentreId), Sql.Of(access.UserName), Sql.Of(NoticeView.Most),
            Sql.Of(directory.UnitsIn(access, Role.Supervisor)), Sql.Of(since), Sql.Of(below), Sql.Of(directory.UnitsIn(access, Role.HeadOfCentre)));
        var messages = await database.ListAsync(Messages, Read, cancellationToken, [.. CaseScope.Parameters(access, directory), Sql.Of(since), Sql.Of(NoticeView.Most)]);
        return [.. waiting.Concat(messages).GroupBy(notice => notice.IsToRead()).OrderBy(group => group.Key).SelectMany(group => group.OrderByDescending(notice => notice.At).Take(NoticeView.Most))];
    }

    private static NoticeView Read(NpgsqlDataReader reader)
    {
        var (kind, caseId, text) = (reader.GetString(0), reader.GetGuid(1), CaseFields.Text(reader, 6));
        return new NoticeView(
            kind, caseId, reader.GetString(2), reader.GetString(3), reader.GetFieldValue<DateTimeOffset>(4), CaseFields.Text(reader, 5),
            kind is "Alert" or "Upheld" or "Escalated" ? ((AlertLevel)short.Parse(text!, System.Globalization.CultureInfo.InvariantCulture)).ToString() : text,
            reader.IsDBNull(7) ? null : reader.GetInt64(7), CaseFields.Whole(reader, 8) is { } no ? CaseIds.Task(caseId, no) : null,
            reader.IsDBNull(9) ? null : ((AlertClock)reader.GetInt16(9)).ToString(), reader.GetBoolean(10));
    }
}
