using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Supervision;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;
using MediatR;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>How much waits for a person by their office, counted: a supervisor's decisions, what a head answers for, what an administrator sets right.</summary>
/// <param name="Access">Who asks.</param>
public sealed record MyDuties(Access Access) : IRequest<IReadOnlyList<DutyView>>;

internal sealed class MyDutiesHandler(AlertReader alerts, CaseDatabase database, OrgDirectory directories, TimeProvider clock) : IRequestHandler<MyDuties, IReadOnlyList<DutyView>>
{
    // Indexes ix_task_open_incident, ux_flow_release_waiting and (next_try_at). What belongs to the whole centre ($5) only its administrators set right;
    // of the calendar it is said as early as by the job that warns of it.
    private const string Administration = """
        select d.kind, d.count, d.subject from (
            select 'Incidents' kind, count(*) count, null::text subject from task_open t join cases c on c.centre_id = t.centre_id and c.case_id = t.case_id
                where t.centre_id = $1 and t.kind = 6 and c.unit_id = any($2)
            union all
            select 'Releases', count(*), (array_agg(r.definition_id order by r.asked_at))[1] from flow_release r where r.centre_id = $1 and r.status = 0 and r.asked_by <> $3 and $5 and not $6
            union all
            select 'Letters', count(*), null from outbox o where o.centre_id = $1 and o.next_try_at = 'infinity' and $5
            union all
            select 'Calendar', count(*), min(y.year)::text from centre e
                cross join lateral (select extract(year from ($4 at time zone e.zone) + interval '3 months')::int as year) y
                where e.centre_id = $1 and $5 and not exists (select from calendar_year k where k.centre_id = e.centre_id and k.year = y.year)
        ) d where d.count > 0
        """;

    public async Task<IReadOnlyList<DutyView>> Handle(MyDuties query, CancellationToken cancellationToken)
    {
        var (access, duties) = (query.Access, new List<DutyView>());
        foreach (var duty in OfAlerts(access))
        {
            // What was handed up stands among the notices, each by itself.
            if (await alerts.Count(access, new AlertFilter(Duty: duty), cancellationToken, but: AlertStatus.Escalated) is > 0 and var count)
            {
                duties.Add(new(duty.ToString(), count, null));
            }
        }

        return access.Has(Role.Administrator) ? [.. duties, .. await OfAdministrators(access, cancellationToken)] : duties;
    }

    private static IEnumerable<AlertDuty> OfAlerts(Access access)
    {
        if (access.Has(Role.Supervisor, Role.HeadOfCentre))
        {
            yield return AlertDuty.Decide;
        }

        if (access.Has(Role.HeadOfCentre))
        {
            yield return AlertDuty.AnswerAsHead;
        }
    }

    private async Task<List<DutyView>> OfAdministrators(Access access, CancellationToken cancel)
    {
        var directory = await directories.Of(access.CentreId, cancel);
        return await database.ListAsync(
            Administration, reader => new DutyView(reader.GetString(0), reader.GetInt64(1), CaseFields.Text(reader, 2)), cancel,
            Sql.Of(access.CentreId), Sql.Of(directory.UnitsIn(access, Role.Administrator)), Sql.Of(access.UserName), Sql.Of(clock.GetUtcNow()),
            Sql.Of(access.Reaches(Role.Administrator, directory.Root)), Sql.Of(access.IsProgram));
    }
}
