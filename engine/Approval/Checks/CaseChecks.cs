using System.Data;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Persistence;
using Npgsql;

namespace ApprovalEngine.Approval.Checks;

/// <summary>
/// Looks whether every open case waits for something (an open task, an armed timer, an awaited message, or a clock that was stopped), and
/// whether the tables of open tasks, timers and alerts say exactly what the cases themselves say. One moment of the database, page by page.
/// </summary>
public sealed class CaseChecks(CaseDatabase database)
{
    private const int PageSize = 500;

    // Primary keys throughout.
    private const string Cases = $"""
        select {CaseFields.Select} from {CaseFields.From}
        where c.centre_id = $1 and c.case_id > $2 and (c.status < 7
            or exists (select from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id)
            or exists (select from timer t where t.centre_id = c.centre_id and t.case_id = c.case_id))
        order by c.case_id limit $3
        """;

    private const string Tasks = "select case_id, task_no, activity_id, assignee, offered_user, owner, due_at from task_open where centre_id = $1 and case_id between $2 and $3";
    private const string Timers = "select case_id, kind, key, due_at from timer where centre_id = $1 and case_id between $2 and $3";

    private const string Alerts = "select case_id, key from alert where centre_id = $1 and case_id between $2 and $3";

    private const string Strangers = """
        select t.case_no, coalesce(t.assignee, t.offered_user) from task_open t
        join users u on u.user_name = coalesce(t.assignee, t.offered_user)
        where t.centre_id = $1 and not u.is_active order by t.case_no
        """;

    /// <summary>Checks a centre.</summary>
    public async Task<CaseCheckReport> RunAsync(int centreId, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var findings = new List<CaseFinding>();
        var (count, last) = (0, Guid.Empty);
        while (await CasesAsync(connection, centreId, last, cancel) is { Count: > 0 } page)
        {
            last = page[^1].CaseId;
            var tasks = await TasksAsync(connection, centreId, page, cancel);
            var timers = await TimersAsync(connection, centreId, page, cancel);
            var alerts = await AlertsAsync(connection, centreId, page, cancel);
            foreach (var row in page)
            {
                count += row.IsOpen ? 1 : 0;
                findings.AddRange(Compare(row, [.. tasks[row.CaseId]], [.. timers[row.CaseId]], [.. alerts[row.CaseId]]));
            }
        }

        findings.AddRange(await StrangersAsync(connection, centreId, cancel));
        return new CaseCheckReport(count, findings);
    }

    private static IEnumerable<CaseFinding> Compare(CaseRecord row, HashSet<TaskKey> tasks, HashSet<TimerKey> timers, HashSet<string> alerts)
    {
        var state = row.State;
        if (row.IsOpen && state.Bookmarks.IsEmpty && state.Stop is null && row.Status != CaseStatus.Suspended)
        {
            yield return new CaseFinding(row.CaseNo, "NothingWaits", "The case is open, but nobody and nothing can move it: no task, no timer, no awaited message, no stopped clock.");
        }

        var wanted = state.Tasks.Select(task => new TaskKey(task.Id, task.ActivityId, task.Assignee, task.Offer.User, task.Owner, TaskDue.Of(task, row))).ToHashSet();
        if (!wanted.SetEquals(tasks))
        {
            yield return new CaseFinding(row.CaseNo, "TasksDiffer", Difference(wanted, tasks));
        }

        var armed = state.Timers.Select(timer => new TimerKey(TimerStatements.Flow, timer.Key, timer.DueAt)).ToHashSet();
        if (row.NextAlertAt is { } next)
        {
            armed.Add(new TimerKey(TimerStatements.AlertWatch, TimerStatements.AlertKey, next));
        }

        // A look because thresholds changed is no case's own.
        timers.RemoveWhere(timer => timer.Timer == TimerStatements.LevelsKey);
        if (!armed.SetEquals(timers))
        {
            yield return new CaseFinding(row.CaseNo, "TimersDiffer", Difference(armed, timers));
        }

        var raised = row.RaisedAlerts.ToHashSet();
        if (!raised.SetEquals(alerts))
        {
            yield return new CaseFinding(row.CaseNo, "AlertsDiffer", Difference(raised, alerts));
        }
    }

    private static string Difference<T>(HashSet<T> state, HashSet<T> table) =>
        $"In the case only: {string.Join(", ", state.Except(table))}. In the table only: {string.Join(", ", table.Except(state))}.";

    private static async Task<List<CaseRecord>> CasesAsync(NpgsqlConnection connection, int centreId, Guid after, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Cases, connection) { Parameters = { Sql.Of(centreId), Sql.Of(after), Sql.Of(PageSize) } };
        return await command.ListAsync(CaseFields.Read, cancel);
    }

    private static async Task<ILookup<Guid, TaskKey>> TasksAsync(NpgsqlConnection connection, int centreId, List<CaseRecord> page, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Tasks, connection) { Parameters = { Sql.Of(centreId), Sql.Of(page[0].CaseId), Sql.Of(page[^1].CaseId) } };
        var rows = await command.ListAsync(
            reader => (reader.GetGuid(0), new TaskKey(
                reader.GetInt32(1), reader.GetString(2), CaseFields.Text(reader, 3), CaseFields.Text(reader, 4), CaseFields.Text(reader, 5), CaseFields.Instant(reader, 6))),
            cancel);
        return rows.ToLookup(row => row.Item1, row => row.Item2);
    }

    private static async Task<ILookup<Guid, TimerKey>> TimersAsync(NpgsqlConnection connection, int centreId, List<CaseRecord> page, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Timers, connection) { Parameters = { Sql.Of(centreId), Sql.Of(page[0].CaseId), Sql.Of(page[^1].CaseId) } };
        var rows = await command.ListAsync(reader => (reader.GetGuid(0), new TimerKey(reader.GetInt16(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3))), cancel);
        return rows.ToLookup(row => row.Item1, row => row.Item2);
    }

    private static async Task<ILookup<Guid, string>> AlertsAsync(NpgsqlConnection connection, int centreId, List<CaseRecord> page, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Alerts, connection) { Parameters = { Sql.Of(centreId), Sql.Of(page[0].CaseId), Sql.Of(page[^1].CaseId) } };
        var rows = await command.ListAsync(reader => (reader.GetGuid(0), reader.GetString(1)), cancel);
        return rows.ToLookup(row => row.Item1, row => row.Item2);
    }

    private static async Task<List<CaseFinding>> StrangersAsync(NpgsqlConnection connection, int centreId, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Strangers, connection) { Parameters = { Sql.Of(centreId) } };
        return await command.ListAsync(
            reader => new CaseFinding(reader.GetString(0), "PersonInactive", $"'{reader.GetString(1)}' has an open task but is not active any more."), cancel);
    }

    private sealed record TaskKey(int Task, string Activity, string? Assignee, string? OfferedTo, string? Owner, DateTimeOffset? DueAt);

    private sealed record TimerKey(short Kind, string Timer, DateTimeOffset DueAt);
}
