using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Workflow.Runtime;
using Npgsql;

namespace ApprovalEngine.Approval.Live;

/// <summary>What was written to both trails of a centre between two transaction numbers.</summary>
internal static class NewsReading
{
    // The trail's block-range index finds the rows, primary keys the rest. A task that a step opens or closes has the moment of its row.
    private const string Changes = """
        select c.case_id, c.unit_id, c.window_id,
            array(select distinct t.unit_id from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id),
            array(select t.assignee from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id and t.assignee is not null
                union select t.offered_user from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id and t.offered_user is not null
                union select d.closed_by from task_closed d where d.centre_id = c.centre_id and d.case_id = c.case_id and d.closed_by is not null
                union select y.user_name from case_copy y where y.centre_id = c.centre_id and y.case_id = c.case_id),
            exists (select from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id and t.kind = $4 and t.opened_at = any (a.moments))
                or exists (select from task_closed d where d.centre_id = c.centre_id and d.case_id = c.case_id and d.kind = $4
                    and (d.opened_at = any (a.moments) or d.closed_at = any (a.moments)))
        from (select case_id, array_agg(at) moments from audit where centre_id = $1 and transaction_no >= $2 and transaction_no < $3 group by case_id) a
            join cases c on c.centre_id = $1 and c.case_id = a.case_id
        """;

    // The block-range index of the other trail; cases by their primary key.
    private const string Acts = """
        select distinct e.act, e.actor, e.subject, s.case_id is not null, c.unit_id, e.payload->>'deputy'
        from admin_event e
            cross join lateral (select case when e.subject ~ '^case/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}' then substr(e.subject, 6, 36)::uuid end case_id) s
            left join cases c on c.centre_id = e.centre_id and c.case_id = s.case_id
        where e.centre_id = $1 and e.transaction_no >= $2 and e.transaction_no < $3
        """;

    /// <summary>Reads it.</summary>
    /// <param name="connection">The database.</param>
    /// <param name="directory">The centre.</param>
    /// <param name="from">First number.</param>
    /// <param name="to">Number behind the last.</param>
    public static async Task<CentreNews> ReadAsync(NpgsqlConnection connection, CentreDirectory directory, long from, long to)
    {
        var centreId = directory.Centre.CentreId;
        await using var both = new NpgsqlBatch(connection)
        {
            BatchCommands = { Sql.Command(Changes, Sql.Of(centreId), Sql.Of(from), Sql.Of(to), Sql.Of((short)TaskKind.Incident)), Sql.Command(Acts, Sql.Of(centreId), Sql.Of(from), Sql.Of(to)) },
        };
        await using var reader = await both.ExecuteReaderAsync();
        var cases = await reader.ListAsync(row => Case(row, directory), CancellationToken.None);
        await reader.NextResultAsync();
        var acts = await reader.ListAsync(
            row => new RecordedAct(row.GetString(0), row.GetString(1), row.GetString(2), row.GetBoolean(3), CaseFields.Whole(row, 4), CaseFields.Text(row, 5)), CancellationToken.None);
        return new(directory, cases, acts);
    }

    private static ChangedCase Case(NpgsqlDataReader row, CentreDirectory directory)
    {
        int[] units = [row.GetInt32(1), .. CaseFields.Whole(row, 2) is { } window ? [window] : Array.Empty<int>(), .. row.GetFieldValue<int[]>(3)];
        return new ChangedCase(row.GetGuid(0), [.. units.Distinct().Select(directory.Unit)], row.GetFieldValue<string[]>(4), row.GetBoolean(5));
    }
}
