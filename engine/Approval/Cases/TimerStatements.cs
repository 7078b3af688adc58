using ApprovalEngine.Approval.Cases.Rows;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The timer table follows from the state; a fired or dropped timer is deleted, the trail remembers it.</summary>
internal static class TimerStatements
{
    /// <summary>A moment that moves the flow.</summary>
    public const short Flow = 0;

    /// <summary>The next alert of the case.</summary>
    public const short AlertWatch = 1;

    private const string AlertKey = "alert";

    private static readonly RowColumn<TimerRow>[] Key =
    [
        Column.Of<TimerRow>("centre_id", row => row.Case.CentreId),
        Column.Of<TimerRow>("case_id", row => row.Case.CaseId),
        Column.Of<TimerRow>("kind", row => row.Kind),
        Column.Of<TimerRow>("key", row => row.Key),
    ];

    private static readonly RowStatement<TimerRow> Drop = RowStatement<TimerRow>.Delete("timer", Key);

    private static readonly RowStatement<TimerRow> Set = RowStatement<TimerRow>.Insert(
        "timer", "on conflict (centre_id, case_id, kind, key) do update set due_at = excluded.due_at", [.. Key, Column.Of<TimerRow>("due_at", row => row.DueAt)]);

    // A row that fell due though its case knows nothing due: what an act set meanwhile lies ahead and stays.
    private const string DropStray = """
        delete from timer where centre_id = $1 and case_id = $2 and due_at <= $3
            and exists (select from cases c where c.centre_id = $1 and c.case_id = $2 and c.version = $4)
        """;

    private const string Rearm = """
        insert into timer (centre_id, case_id, kind, key, due_at)
        select $1, $2, $3, $4, $5 from cases c where c.centre_id = $1 and c.case_id = $2 and c.version = $6
        on conflict (centre_id, case_id, kind, key) do nothing
        """;

    public static void Add(IReadOnlyList<CaseSession> sessions, ICollection<NpgsqlBatchCommand> batch)
    {
        var (dropped, set) = (new List<TimerRow>(), new List<TimerRow>());
        foreach (var session in sessions.Where(session => session.IsChanged))
        {
            var before = session.Origin.Version > 0 ? session.Origin.State.Timers : [];
            var after = session.Case.State.Timers;
            dropped.AddRange(before.Where(old => after.All(one => one.Key != old.Key)).Select(timer => new TimerRow(session.Case, Flow, timer.Key, timer.DueAt)));
            set.AddRange(after.Where(one => !before.Any(old => old.Key == one.Key && old.DueAt == one.DueAt)).Select(timer => new TimerRow(session.Case, Flow, timer.Key, timer.DueAt)));
            AddAlertWatch(session, dropped, set);
        }

        Drop.Add(batch, dropped);
        Set.Add(batch, set);
    }

    /// <summary>Puts the rows of a case right in which nothing was due though a row said so: such a row must not come up for ever.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Mended(CaseSession session, DateTimeOffset until)
    {
        var row = session.Case;
        yield return Sql.Command(DropStray, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(until), Sql.Of(row.Version));
        foreach (var timer in row.State.Timers)
        {
            yield return Armed(row, Flow, timer.Key, timer.DueAt);
        }

        if (session.NextAlertAt() is { } next)
        {
            yield return Armed(row, AlertWatch, AlertKey, next);
        }
    }

    private static void AddAlertWatch(CaseSession session, List<TimerRow> dropped, List<TimerRow> set)
    {
        var next = session.NextAlertAt();
        if (next is { } at && next != session.ArmedAlertAt)
        {
            set.Add(new TimerRow(session.Case, AlertWatch, AlertKey, at));
        }
        else if (next is null && session.ArmedAlertAt is { } armed)
        {
            dropped.Add(new TimerRow(session.Case, AlertWatch, AlertKey, armed));
        }
    }

    private static NpgsqlBatchCommand Armed(CaseRecord row, short kind, string key, DateTimeOffset dueAt) =>
        Sql.Command(Rearm, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(kind), Sql.Of(key), Sql.Of(dueAt), Sql.Of(row.Version));

    private sealed record TimerRow(CaseRecord Case, short Kind, string Key, DateTimeOffset DueAt);
}
