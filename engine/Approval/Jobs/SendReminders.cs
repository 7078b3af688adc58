using ApprovalEngine.Contracts.Jobs;
using Hangfire;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Jobs;

/// <summary>
/// Tells people of the alerts on their open cases: one digest a person, each alert once. Who has not taken a task hears of it through
/// the unit. Telling and remembering that it was told are one statement, so a second run tells nothing again.
/// </summary>
[AutomaticRetry(Attempts = 0)] // the next tick catches up
public sealed class SendReminders(JobRunner runner, NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Name of the job.</summary>
    public const string Name = "reminders";

    /// <summary>Lines a digest lists; the rest is counted.</summary>
    private const int MostLines = 50;

    // Index (centre_id, person) where told_at is null.
    private const string Tell = """
        with told as (
            update alert set told_at = $1 where told_at is null
            returning centre_id, case_id, level, due_at, person, unit_id
        ), lines as (
            select t.centre_id, coalesce(t.person, 'unit:' || u.code) as recipient, t.level, t.due_at,
                   c.case_no || ' ' || (array['预警', '黄牌', '红牌'])[t.level] || ' ' || to_char(t.due_at at time zone e.zone, 'YYYY-MM-DD HH24:MI') as line,
                   row_number() over (partition by t.centre_id, coalesce(t.person, 'unit:' || u.code) order by t.level desc, t.due_at) as no
              from told t
              join cases c using (centre_id, case_id)
              join org_unit u on u.centre_id = t.centre_id and u.unit_id = t.unit_id
              join centre e on e.centre_id = t.centre_id
             where c.status < 7
        )
        insert into delivery (centre_id, kind, recipient, subject, text, delivered_at)
        select centre_id, 'Digest', recipient, '监察提醒：' || count(*) || ' 项',
               string_agg(line, E'\n' order by no) filter (where no <= $2) || case when count(*) > $2 then E'\n…' || (count(*) - $2) else '' end, $1
          from lines
         group by centre_id, recipient
        """;

    /// <summary>Runs it.</summary>
    public Task Run(CancellationToken cancel) => runner.Run(Name, Work, cancel);

    private async Task<IReadOnlyList<JobCount>> Work(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Tell);
        command.Parameters.Add(new() { Value = time.GetUtcNow(), NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = MostLines });
        return [new("digests", await command.ExecuteNonQueryAsync(cancel))];
    }
}
