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

    private const string Set = """
        insert into timer (centre_id, case_id, kind, key, due_at) values ($1, $2, $3, $4, $5)
        on conflict (centre_id, case_id, kind, key) do update set due_at = excluded.due_at
        """;

    private const string Drop = "delete from timer where centre_id = $1 and case_id = $2 and kind = $3 and key = $4";

    public static void Add(CaseSession session, ICollection<NpgsqlBatchCommand> batch)
    {
        var before = session.Origin.Version > 0 ? session.Origin.State.Timers : [];
        var after = session.Case.State.Timers;
        foreach (var timer in before.Where(old => after.All(one => one.Key != old.Key)))
        {
            batch.Add(Dropped(session.Case, Flow, timer.Key));
        }

        foreach (var timer in after.Where(one => !before.Any(old => old.Key == one.Key && old.DueAt == one.DueAt)))
        {
            batch.Add(Armed(session.Case, Flow, timer.Key, timer.DueAt));
        }

        AddAlertWatch(session, batch);
    }

    private static void AddAlertWatch(CaseSession session, ICollection<NpgsqlBatchCommand> batch)
    {
        var next = session.NextAlertAt();
        if (next is { } at && next != session.ArmedAlertAt)
        {
            batch.Add(Armed(session.Case, AlertWatch, AlertKey, at));
        }
        else if (next is null && session.ArmedAlertAt is not null)
        {
            batch.Add(Dropped(session.Case, AlertWatch, AlertKey));
        }
    }

    private static NpgsqlBatchCommand Armed(CaseRecord row, short kind, string key, DateTimeOffset dueAt) =>
        Sql.Command(Set, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(kind), Sql.Of(key), Sql.Of(dueAt));

    private static NpgsqlBatchCommand Dropped(CaseRecord row, short kind, string key) =>
        Sql.Command(Drop, Sql.Of(row.CentreId), Sql.Of(row.CaseId), Sql.Of(kind), Sql.Of(key));
}
