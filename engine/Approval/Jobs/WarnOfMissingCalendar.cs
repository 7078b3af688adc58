using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Jobs;
using Hangfire;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>
/// From 1 October on, says once a month that the next year's calendar is not published yet (domain.md, "Working days"): limits that
/// reach into it have no due moment until it is.
/// </summary>
[AutomaticRetry(Attempts = 0)] // the next tick catches up
public sealed class WarnOfMissingCalendar(JobRunner runner, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "calendar-warning";

    private const string Warn = $"""
        insert into admin_event (centre_id, at, actor, act, subject, payload)
        select m.centre_id, $1, '{Actors.Jobs}', '{nameof(EventAct.CalendarMissing)}', m.subject, jsonb_build_object('year', m.year)
          from (select e.centre_id, y.year, 'calendar/' || y.year as subject, date_trunc('month', $1 at time zone e.zone) at time zone e.zone as month_began
                  from centre e
                 cross join lateral (select extract(year from ($1 at time zone e.zone) + interval '3 months')::int as year) y
                 where not exists (select from calendar_year k where k.centre_id = e.centre_id and k.year = y.year)) m
         where not exists (select from admin_event w where w.centre_id = m.centre_id and w.subject = m.subject and w.act = '{nameof(EventAct.CalendarMissing)}' and w.at >= m.month_began)
        """;

    /// <summary>Runs it.</summary>
    public Task Run(CancellationToken cancel) => runner.Run(Name, Work, cancel);

    private async Task<IReadOnlyList<JobCount>> Work(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Warn);
        command.Parameters.Add(new() { Value = time.GetUtcNow(), NpgsqlDbType = NpgsqlDbType.TimestampTz });
        return [new("centresWarned", await command.ExecuteNonQueryAsync(cancel))];
    }
}
