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
