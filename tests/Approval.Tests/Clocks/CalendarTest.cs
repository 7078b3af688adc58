using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Contracts.Clocks;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace Approval.Tests.Clocks;

/// <summary>Base of tests that publish calendars over open cases.</summary>
public abstract class CalendarTest(PostgresServer server) : CentreTest(server)
{
    protected Task<CalendarOverview> Overview() => Send(new GetCalendars(Admin));

    /// <summary>2026 as it is, with one more day.</summary>
    protected async Task<CalendarChange> With(CalendarDay day)
    {
        var year = await Send(new GetCalendarYear(Admin, day.Date.Year));
        return new CalendarChange((await Overview()).Version, [new CalendarYearChange(year.Year, [.. year.Days, day], ["a later notice"])]);
    }

    /// <summary>An accepted case with a promise in working days.</summary>
    protected async Task AddCase(string caseNo, DateTimeOffset acceptedAt, int days, short status = 1)
    {
        var state = FlowState.New with { Clock = new CaseClock(acceptedAt, Limit.Days(days * 2), Limit.Days(days), []) };
        await using var command = Services.Get<NpgsqlDataSource>().CreateCommand("""
            with applicant as (insert into applicant (centre_id, applicant_id, kind, name) values (1, $1, 0, 'someone'))
            insert into cases (centre_id, case_id, case_no, item_id, item_version, definition_id, definition_version, kind, status, version, channel, unit_id,
                               applicant_id, received_by, received_at, accepted_at, limit_kind, head_hash, state, form, updated_at,
                               due_at, legal_due_at, notice_at, calendar_version)
            values (1, $1, $2, 1, 1, 'instant-copy', 1, 1, $3, 1, 0, 2, $1, 'clerk', $4, $4, 0, decode(repeat('00', 32), 'hex'), $5::jsonb, '{}', $4, $6, $7, $8, 1)
            """);
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        command.Parameters.Add(new() { Value = caseNo });
        command.Parameters.Add(new() { Value = status });
        command.Parameters.Add(new() { Value = acceptedAt });
        command.Parameters.Add(new() { Value = FlowStateJson.Write(state) });
        var calendar = await Services.Get<CalendarStore>().Of(1, 1);
        var (promised, legal) = (Deadlines.Read(state.Clock.Promised, calendar, acceptedAt), Deadlines.Read(state.Clock.Legal, calendar, acceptedAt));
        foreach (var moment in new[] { promised.DueAt, legal.DueAt, promised.NoticeAt })
        {
            command.Parameters.Add(new() { Value = moment is { } at ? at : DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz });
        }

        await command.ExecuteNonQueryAsync();
    }

    protected static DateTimeOffset Local(string text) => new DateTimeOffset(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();
}
