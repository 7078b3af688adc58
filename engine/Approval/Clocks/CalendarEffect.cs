using System.Runtime.CompilerServices;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Clocks;
using ApprovalEngine.Workflow.Calendars;
using Npgsql;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>Computes what another calendar would do to the open cases, without touching them: by the same comparison that moves them afterwards.</summary>
internal sealed class CalendarEffect(NpgsqlDataSource database, CaseWorlds worlds)
{
    private const int ExampleCount = 20;

    private const string Rows = $"""
        select {CaseFields.Select}, {CentreRow.Select}
        from {CaseFields.From} join centre e on e.centre_id = c.centre_id
        where c.centre_id = $1 and c.status < 7 and c.case_id > $2 order by c.case_id
        """;

    /// <summary>Counts over all open cases.</summary>
    public async Task<CalendarPreview> Compute(int centreId, WorkingCalendar now, WorkingCalendar then, DateTimeOffset at, CancellationToken cancel)
    {
        var (open, moved, known, notices, steps, timers, alerts) = (0, 0, 0, 0, 0, 0, 0);
        var examples = new List<MovedDue>();
        await foreach (var (row, move) in Read(centreId, now, then, at, Guid.Empty, cancel))
        {
            open++;
            if (move.IsEmpty)
            {
                continue;
            }

            moved++;
            known += move.Due is { Before: null, After: not null } ? 1 : 0;
            notices += move.Notice.IsMoved ? 1 : 0;
            steps += move.Steps.Length;
            timers += move.Timers.Length;
            alerts += move.Alerts.Length;
            if (examples.Count < ExampleCount)
            {
                examples.Add(new MovedDue(row.CaseNo, move.Due.Before, move.Due.After));
            }
        }

        return new CalendarPreview(now.Version, open, moved, known, examples, notices, steps, timers, alerts);
    }

    /// <summary>What would move, case by case; rows stream, so memory does not grow with the caseload.</summary>
    public async IAsyncEnumerable<(CaseRecord Case, CalendarMove Move)> Read(
        int centreId, WorkingCalendar now, WorkingCalendar then, DateTimeOffset at, Guid after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Rows);
        command.CommandTimeout = 0;
        command.Parameters.Add(Sql.Of(centreId));
        command.Parameters.Add(Sql.Of(after));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var row = CaseFields.Read(reader);
            var world = await worlds.ForAsync(CentreRow.Read(reader, centreId, CaseFields.Count), row) with { Calendar = then };
            yield return (row, CalendarMove.Of(row, world, world.FormerCalendar ?? now, at));
        }
    }
}
