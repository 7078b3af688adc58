using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Supervision;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>Reads alerts, always within the asker's scope.</summary>
internal sealed class AlertReader(NpgsqlDataSource database, OrgDirectory directory, CalendarStore calendars)
{
    private const string Alerts = """
        select a.alert_id, a.case_id, c.case_no, i.code, a.clock, a.level, a.due_at, a.raised_at, a.task_no, a.person, u.code, w.code, a.status, c.status < 7, a.profile, a.evidence::text, a.key, a.escalated_from, c.due_at
          from alert a
          join cases c on c.centre_id = a.centre_id and c.case_id = a.case_id
          join item i on i.centre_id = a.centre_id and i.item_id = a.item_id
          join org_unit u on u.centre_id = a.centre_id and u.unit_id = a.unit_id
          left join org_unit w on w.centre_id = a.centre_id and w.unit_id = a.window_id
         where a.centre_id = @centre
        """;

    /// <summary>Stands where the scope comes in (<see cref="Scoped"/>).</summary>
    private const string InScope = "/* scope */";

    private const string Acts = "select status, at, actor, text from alert_act where centre_id = @centre and alert_id = @alert order by no";

    private const string Filtered = """
           and (@level::smallint is null or a.level = @level)
           and (@clock::smallint is null or a.clock = @clock)
           and (@status::smallint is null or a.status = @status)
           and (@item::text is null or i.code = @item)
           and (@units::int[] is null or a.unit_id = any(@units))
           and (@person::text is null or a.person = @person)
           and (@from::timestamptz is null or a.due_at >= @from)
           and (@to::timestamptz is null or a.due_at < @to)
           and (@case::uuid is null or a.case_id = @case)
        """;

    public async Task<IReadOnlyList<AlertListed>> List(Access access, AlertFilter filter, AlertCursor? after, int take, CancellationToken cancel)
    {
        var order = AlertOrder.Of(filter.Sort);
        await using var command = await Narrowed($"{Alerts}{InScope}\n{Filtered}{AlertDuties.Of(filter.Duty)} and {order.Has} and (@afterAt::timestamptz is null or {order.After})\n{order.By} limit @take", access, filter, cancel);
        Add(command, "afterAt", NpgsqlDbType.TimestampTz, after?.At);
        Add(command, "afterLevel", NpgsqlDbType.Smallint, after?.Level ?? 0);
        Add(command, "afterUnit", NpgsqlDbType.Text, after?.Unit);
        Add(command, "afterId", NpgsqlDbType.Bigint, after?.AlertId ?? 0);
        Add(command, "take", NpgsqlDbType.Integer, take);
        return await command.ListAsync(One, cancel);
    }

    /// <summary>How many there are.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="filter">Of which.</param>
    /// <param name="cancel">Gives up.</param>
    /// <param name="but">Those in this state are not counted; null counts all.</param>
    public async Task<long> Count(Access access, AlertFilter filter, CancellationToken cancel, AlertStatus? but = null)
    {
        var rest = but is { } left ? $" and a.status <> {(short)left}" : "";
        await using var command = await Narrowed($"select count(*) from ({Alerts}{InScope}\n{Filtered}{rest}{AlertDuties.Of(filter.Duty)} and {AlertOrder.Of(filter.Sort).Has}) listed", access, filter, cancel);
        return (await command.ListAsync(reader => reader.GetInt64(0), cancel)).Single();
    }

    private async Task<List<int>> UnitsToDecide(int centreId, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(AlertDuties.UnitsToDecide);
        command.Parameters.Add(new() { Value = centreId });
        return await command.ListAsync(reader => reader.GetInt32(0), cancel);
    }

    private async Task<NpgsqlCommand> Narrowed(string sql, Access access, AlertFilter filter, CancellationToken cancel)
    {
        Period.Require(filter.From, filter.To);
        FilterValue.Require(filter.Duty, "duty");
        var units = await directory.Of(access.CentreId, cancel);
        var calendar = await calendars.Of(access.CentreId, cancel);
        var command = Scoped(sql, access, units);
        Add(command, "level", NpgsqlDbType.Smallint, (short?)FilterValue.Named<AlertLevel>(filter.Level, "level"));
        Add(command, "clock", NpgsqlDbType.Smallint, (short?)FilterValue.Named<AlertClock>(filter.Clock, "clock"));
        Add(command, "status", NpgsqlDbType.Smallint, (short?)FilterValue.Named<AlertStatus>(filter.Status, "status"));
        Add(command, "item", NpgsqlDbType.Text, filter.Item);
        Add(command, "units", NpgsqlDbType.Array | NpgsqlDbType.Integer, filter.Unit is { } unit ? units.Units.Where(one => one.IsWithin(units.Unit(unit).Path)).Select(one => one.UnitId).ToArray() : null);
        Add(command, "person", NpgsqlDbType.Text, filter.Person);
        Add(command, "from", NpgsqlDbType.TimestampTz, filter.From is { } from ? calendar.BeginsAt(from) : null);
        Add(command, "to", NpgsqlDbType.TimestampTz, filter.To is { } to ? calendar.BeginsAt(to.AddDays(1)) : null);
        Add(command, "case", NpgsqlDbType.Uuid, filter.CaseId);
        if (filter.Duty is { } duty)
        {
            AlertDuties.Add(command, access, units, duty == AlertDuty.Decide ? await UnitsToDecide(access.CentreId, cancel) : []);
        }

        return command;
    }

    /// <summary>One alert as who asks is shown it.</summary>
    public async Task<AlertView?> Find(Access access, long alertId, CancellationToken cancel) => (await LookUp(access, alertId, cancel))?.View;

    /// <summary>One alert with what its procedure needs; null out of scope.</summary>
    public async Task<FoundAlert?> LookUp(Access access, long alertId, CancellationToken cancel)
    {
        var units = await directory.Of(access.CentreId, cancel);

        // The acts first: an act that comes between the two is missing among them, and the next one finds its number taken.
        await using var command = Scoped($"{Acts}; {Alerts}{InScope} and a.alert_id = @alert", access, units);
        Add(command, "alert", NpgsqlDbType.Bigint, alertId);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var acts = await reader.ListAsync(Act, cancel);
        await reader.NextResultAsync(cancel);
        if (!await reader.ReadAsync(cancel))
        {
            return null;
        }

        var (alert, profile, evidence, key) = (One(reader), reader.GetString(14), JsonSerializer.Deserialize<JsonElement>(reader.GetString(15)), reader.GetString(16));
        var escalatedFrom = reader.IsDBNull(17) ? null : units.Unit(reader.GetInt32(17));
        var procedure = new AlertProcedure(units, alert, acts, escalatedFrom);
        return new(new AlertView(alert, profile, evidence, acts, [.. procedure.Next(access).Select(next => next.ToString())], units.FindLevels(profile.Split('/')[0])?.Name), key, procedure, Escalation.UnitOf(access, units.Unit(alert.Unit), units));
    }

    private NpgsqlCommand Scoped(string sql, Access access, CentreDirectory units)
    {
        var scope = units.UnitsIn(access, CaseScope.Overseers);

        // Each along an index of its own: ix_alert_newest, (centre_id, unit_id, due_at desc, alert_id) with ix_alert_person, or the latter alone.
        var seen = CaseScope.IsWhole(access, units) ? "" : scope.Length > 0 ? " and (a.unit_id = any(@scope) or a.person = @me)" : " and a.person = @me";
        var command = database.CreateCommand(sql.Replace(InScope, seen, StringComparison.Ordinal));
        Add(command, "centre", NpgsqlDbType.Integer, access.CentreId);
        Add(command, "scope", NpgsqlDbType.Array | NpgsqlDbType.Integer, scope);
        Add(command, "me", NpgsqlDbType.Text, access.UserName);
        return command;
    }

    private static void Add(NpgsqlCommand command, string name, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new(name, type) { Value = value ?? DBNull.Value });

    private static AlertActView Act(NpgsqlDataReader reader) =>
        new(((AlertStatus)reader.GetInt16(0)).ToString(), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3));

    private static AlertListed One(NpgsqlDataReader reader) => new(
        reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3),
        ((AlertClock)reader.GetInt16(4)).ToString(), ((AlertLevel)reader.GetInt16(5)).ToString(),
        reader.GetFieldValue<DateTimeOffset>(6), reader.GetFieldValue<DateTimeOffset>(7),
        reader.IsDBNull(8) ? null : reader.GetInt32(8), reader.IsDBNull(9) ? null : reader.GetString(9), reader.GetString(10), reader.IsDBNull(11) ? null : reader.GetString(11),
        ((AlertStatus)reader.GetInt16(12)).ToString(), reader.GetBoolean(13), reader.IsDBNull(18) ? null : reader.GetFieldValue<DateTimeOffset>(18));
}
