using ApprovalEngine.Contracts.Clocks;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Clocks;

/// <summary>Computes what another calendar would do to the open cases, without touching them.</summary>
internal sealed class CalendarEffect(NpgsqlDataSource database)
{
    private const int ExampleCount = 20;

    public async Task<CalendarPreview> Compute(int centreId, WorkingCalendar now, WorkingCalendar then, DateTimeOffset at, CancellationToken cancel)
    {
        // Reads along ix_cases_open; rows stream, so memory does not grow with the caseload.
        await using var command = database.CreateCommand("""
            select case_no, state::text from cases
            where centre_id = $1 and status < 7 and accepted_at is not null and limit_kind = 0
            """);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = centreId });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var (open, moved, known) = (0, 0, 0);
        var examples = new List<MovedDue>();
        while (await rows.ReadAsync(cancel))
        {
            if (FlowStateJson.Read(rows.GetString(1)).Clock is not { } clock)
            {
                continue;
            }

            open++;
            var (before, after) = (DueOf(clock.Promised, now, at), DueOf(clock.Promised, then, at));
            if (before != after || DueOf(clock.Legal, now, at) != DueOf(clock.Legal, then, at))
            {
                moved++;
                known += before is null && after is not null ? 1 : 0;
                if (examples.Count < ExampleCount)
                {
                    examples.Add(new MovedDue(rows.GetString(0), before, after));
                }
            }
        }

        return new CalendarPreview(now.Version, open, moved, known, examples);
    }

    private static DateTimeOffset? DueOf(Clock clock, WorkingCalendar calendar, DateTimeOffset at) => Deadlines.Read(clock, calendar, at).DueAt;
}
