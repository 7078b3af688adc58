using Npgsql;
using NpgsqlTypes;

namespace Approval.Tests.Statistics;

/// <summary>Writes made cases as the writer would: a case row, a fact at acceptance, one at closing. In a centre of its own, beside the shipped one.</summary>
public sealed class Caseload(NpgsqlDataSource database)
{
    public const int CentreId = 77;

    public async Task Organise()
    {
        await using var batch = database.CreateBatch();
        foreach (var sql in new[]
        {
            "insert into centre (centre_id, code, name, zone, level_profile, calendar_version, settings) values (77, 'T77', '{}', 'Asia/Shanghai', 'ours', 0, '{}') on conflict do nothing",
            "insert into org_unit (centre_id, unit_id, code, kind, name, path, is_active) select 77, n, 'U' || n, 'Department', '{}', '/' || n || '/', true from generate_series(1, 9) n on conflict do nothing",
            "insert into users (centre_id, id, user_name, display_name, is_active, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count) select 77, 7700 + n, 'p' || n, 'P' || n, true, false, false, false, false, 0 from generate_series(1, 3) n on conflict do nothing",
            "insert into item (centre_id, item_id, code, current_version, state) select 77, n, 'I' || n, 1, 'Active' from generate_series(1, 9) n on conflict do nothing",
        })
        {
            batch.BatchCommands.Add(new(sql));
        }

        await batch.ExecuteNonQueryAsync();
    }

    public async Task Add(IEnumerable<MadeCase> cases)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var made in cases)
        {
            await Row(connection, made);
            await Fact(connection, made, kind: 1, made.AcceptedOn, made.AcceptedAt);
            if (made.ClosedOn is { } closedOn)
            {
                await Fact(connection, made, kind: 2, closedOn, made.ClosedAt!.Value);
            }

            foreach (var person in made.People)
            {
                await Held(connection, made, person);
            }
        }

        await transaction.CommitAsync();
    }

    private static async Task Row(NpgsqlConnection connection, MadeCase made)
    {
        await using var row = new NpgsqlCommand("""
            insert into cases (centre_id, case_id, case_no, item_id, item_version, definition_id, definition_version, kind, status, version, channel, unit_id, window_id,
                               applicant_id, received_by, received_at, accepted_at, limit_kind, due_at, closed_at, head_hash, state, form, updated_at)
            values (77, @id, @id::text, @item, 1, 'd', 1, @kind, @status, 1, @channel, @unit, @window, @id, 'clerk', @accepted, @accepted, @limitKind, @due, @closed, '', '{}', '{}', @accepted)
            """, connection);
        Common(row, made);
        row.Parameters.Add(new("status", (short)(made.ClosedOn is null ? 1 : 9)));
        row.Parameters.Add(new("accepted", made.AcceptedAt));
        row.Parameters.Add(new("closed", NpgsqlDbType.TimestampTz) { Value = (object?)made.ClosedAt ?? DBNull.Value });
        await row.ExecuteNonQueryAsync();
    }

    private static async Task Fact(NpgsqlConnection connection, MadeCase made, short kind, DateOnly on, DateTimeOffset at)
    {
        await using var fact = new NpgsqlCommand("""
            insert into case_fact (centre_id, kind, sign, on_date, at, accepted_on, case_id, item_id, unit_id, window_id, channel, case_kind, limit_kind, limit_amount, used_amount, on_time, extended, due_at)
            values (77, @fact, 1, @on, @at, @acceptedOn, @id, @item, @unit, @window, @channel, @kind, @limitKind, @limit, @used, @onTime, @extended, @due)
            """, connection);
        Common(fact, made);
        var grain = made.IsCalendar ? 1_000_000 : 1;
        fact.Parameters.Add(new("fact", kind));
        fact.Parameters.Add(new("on", on));
        fact.Parameters.Add(new("at", at));
        fact.Parameters.Add(new("acceptedOn", made.AcceptedOn));
        fact.Parameters.Add(new("limit", made.Limit * grain));
        fact.Parameters.Add(new("used", NpgsqlDbType.Bigint) { Value = kind == 2 ? made.Used * grain : DBNull.Value });
        fact.Parameters.Add(new("onTime", NpgsqlDbType.Boolean) { Value = kind == 2 ? made.IsOnTime : DBNull.Value });
        fact.Parameters.Add(new("extended", kind == 2 && made.IsExtended));
        await fact.ExecuteNonQueryAsync();
    }

    /// <summary>Twice each: whoever holds two tasks of a case still has one case. One answers what was nobody's, one has it assigned, to one alone it was offered.</summary>
    private static async Task Held(NpgsqlConnection connection, MadeCase made, int person)
    {
        var isOpen = made.ClosedOn is null && person > 1;
        await using var task = new NpgsqlCommand($"""
            insert into {(isOpen ? "task_open" : "task_closed")} (centre_id, case_id, task_no, activity_id, kind, title, unit_id, role, outcomes, barred, opened_at, item_id, case_no, offered_user, assignee{(isOpen ? "" : ", closed_at, task_end, closed_by")})
            select 77, @id, @person * 10 + n, 'a', 0, '{"{}"}', @unit, 'Reviewer', array[]::text[], array[]::text[], now(), @item, @id::text,
                   case when @person = 3 then 'p3' end, case when @person = 2 then 'p2' end{(isOpen ? "" : ", now(), case when @person = 1 then 0 else 1 end, case when @person = 1 then 'p1' else 'system/flow' end")}
              from generate_series(1, 2) n
            """, connection);
        Common(task, made);
        task.Parameters.Add(new("person", person));
        await task.ExecuteNonQueryAsync();
    }

    private static void Common(NpgsqlCommand command, MadeCase made)
    {
        command.Parameters.Add(new("id", made.Id));
        command.Parameters.Add(new("item", made.Item));
        command.Parameters.Add(new("unit", made.Unit));
        command.Parameters.Add(new("window", NpgsqlDbType.Integer) { Value = (object?)made.Window ?? DBNull.Value });
        command.Parameters.Add(new("channel", made.Channel));
        command.Parameters.Add(new("kind", (short)(made.IsInstant ? 0 : 1)));
        command.Parameters.Add(new("limitKind", (short)(made.IsCalendar ? 1 : 0)));
        command.Parameters.Add(new("due", NpgsqlDbType.TimestampTz) { Value = (object?)made.DueAt ?? DBNull.Value });
    }
}
