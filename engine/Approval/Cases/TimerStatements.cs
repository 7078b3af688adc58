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

    /// <summary>Key of the alert watch.</summary>
    public const string AlertKey = "alert";

    /// <summary>Key of a look at a case because thresholds have changed; no case knows of it.</summary>
    public const string LevelsKey = "levels";

    /// <summary>How long after a change of thresholds cases are looked at: acts that began before it, with the old ones, have ended by then.</summary>
    public static readonly TimeSpan LevelsWait = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Has the alert watch look at every open case of a centre ({0}) at an instant ({1}): what it finds due then it raises, and sets when to look
    /// again. A row of its own, so that no act that is under way overwrites it; the sweep drops it as one of which the case knows nothing. Index
    /// ix_cases_open.
    /// </summary>
    public const string WakeAlerts = """
        insert into timer (centre_id, case_id, kind, key, due_at) select centre_id, case_id, 1, 'levels', {1} from cases where centre_id = {0} and status < 7
        on conflict (centre_id, case_id, kind, key) do update set due_at = excluded.due_at
        """;

    private static readonly RowColumn<TimerRow>[] Key =
    [
        Column.Of<TimerRow>("centre_id", row => row.Case.CentreId),
        Column.Of<TimerRow>("case_id", row => row.Case.CaseId),
        Column.Of<TimerRow>("kind", row => row.Kind),
        Column.Of<TimerRow>("key", row => row.Key),
    ];

    private static readonly RowStatement<TimerRow> Drop = RowStatement<TimerRow>.Delete("timer", Key);

    private static readonly RowColumn<TimerRow>[] Whole = [.. Key, Column.Of<TimerRow>("due_at", row => row.DueAt)];

    private static readonly RowStatement<TimerRow> Set = RowStatement<TimerRow>.Insert(
        "timer", "on conflict (centre_id, case_id, kind, key) do update set due_at = excluded.due_at", Whole);

    private static readonly RowStatement<TimerRow> Move = RowStatement<TimerRow>.Update("timer", Key.Length, Whole);

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

    // Thresholds have changed: the next look that the case was read with is moved, one that an act has set meanwhile is not.
    private const string Rewatch = """
        update timer set due_at = $5 where centre_id = $1 and case_id = $2 and kind = 1 and key = 'alert' and due_at = $3
            and exists (select from cases c where c.centre_id = $1 and c.case_id = $2 and c.version = $4)
        """;

    private const string Unwatch = """
        delete from timer where centre_id = $1 and case_id = $2 and kind = 1 and key = 'alert' and due_at = $3
            and exists (select from cases c where c.centre_id = $1 and c.case_id = $2 and c.version = $4)
        """;

    private const string Watch = "update cases set next_alert_at = $3 where centre_id = $1 and case_id = $2 and version = $4 and next_alert_at is distinct from $3";

    public static void Add(IReadOnlyList<CaseSession> sessions, ICollection<NpgsqlBatchCommand> batch)
    {
        var (dropped, moved, set) = (new List<TimerRow>(), new List<TimerRow>(), new List<TimerRow>());
        foreach (var session in sessions.Where(session => session.IsChanged))
        {
            var before = Rows(session.Origin);
            var after = Rows(session.Case);
            dropped.AddRange(before.Where(old => !after.Exists(one => one.IsSame(old))));
            foreach (var timer in after)
            {
                switch (before.Find(timer.IsSame))
                {
                    case null:
                        set.Add(timer);
                        break;
                    case { } old when old.DueAt != timer.DueAt:
                        moved.Add(timer);
                        break;
                }
            }
        }

        Drop.Add(batch, dropped);
        Move.Add(batch, moved);
        Set.Add(batch, set);
    }

    /// <summary>Puts the rows of a case right in which nothing was due though a row said so: such a row must not come up for ever.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Mended(CaseSession session, DateTimeOffset until)
    {
        session.Settle();
        var row = session.Case;
        yield return Sql.Command(DropStray, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(until), Sql.Of(row.Version));
        foreach (var timer in row.State.Timers)
        {
            yield return Armed(row, Flow, timer.Key, timer.DueAt);
        }

        if (session.Origin.NextAlertAt is { } before && before != row.NextAlertAt)
        {
            yield return row.NextAlertAt is { } other
                ? Sql.Command(Rewatch, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(before), Sql.Of(row.Version), Sql.Of(other))
                : Sql.Command(Unwatch, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(before), Sql.Of(row.Version));
        }

        if (row.NextAlertAt is { } next)
        {
            yield return Armed(row, AlertWatch, AlertKey, next);
        }

        yield return Sql.Command(Watch, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Nullable(row.NextAlertAt), Sql.Of(row.Version));
    }

    private static List<TimerRow> Rows(CaseRecord row)
    {
        var rows = row.State.Timers.Select(timer => new TimerRow(row, Flow, timer.Key, timer.DueAt)).ToList();
        if (row.NextAlertAt is { } next)
        {
            rows.Add(new TimerRow(row, AlertWatch, AlertKey, next));
        }

        return rows;
    }

    private static NpgsqlBatchCommand Armed(CaseRecord row, short kind, string key, DateTimeOffset dueAt) =>
        Sql.Command(Rearm, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(kind), Sql.Of(key), Sql.Of(dueAt), Sql.Of(row.Version));

    private sealed record TimerRow(CaseRecord Case, short Kind, string Key, DateTimeOffset DueAt)
    {
        public bool IsSame(TimerRow other) => Kind == other.Kind && Key == other.Key;
    }
}
