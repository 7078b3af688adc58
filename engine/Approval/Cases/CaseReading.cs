using ApprovalEngine.Approval.Errors;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What one round trip brings: the case, what is watched on it, and the answer that an idempotency key already got.</summary>
/// <param name="Case">The case; null when there is none.</param>
/// <param name="RaisedAlerts">Keys of the alerts raised so far.</param>
/// <param name="ArmedAlertAt">When the next alert is looked for.</param>
/// <param name="Centre">The centre as it stands.</param>
/// <param name="Known">What is known of the key; null when it is new.</param>
internal sealed record CaseReading(CaseRecord? Case, string[] RaisedAlerts, DateTimeOffset? ArmedAlertAt, CentreRow? Centre, KnownAnswer? Known)
{
    private static readonly CaseReading None = new(null, [], null, null, null);

    // Primary keys of cases, applicant, timer and centre; the unique index of alert.
    private const string Columns = $"""
        {CaseFields.Select},
            array(select a.key from alert a where a.centre_id = c.centre_id and a.case_id = c.case_id),
            (select t.due_at from timer t where t.centre_id = c.centre_id and t.case_id = c.case_id and t.kind = 1 and t.key = 'alert'),
            {CentreRow.Select}
        """;

    private const string CaseSql = $"""
        select {Columns} from {CaseFields.From} join centre e on e.centre_id = c.centre_id where c.centre_id = $1 and c.case_id = $2
        """;

    private const string CasesSql = $"""
        select {Columns} from unnest($1::int[], $2::uuid[]) r (centre_id, case_id)
        join cases c on c.centre_id = r.centre_id and c.case_id = r.case_id
        join applicant p on p.centre_id = c.centre_id and p.applicant_id = c.applicant_id join centre e on e.centre_id = c.centre_id
        """;

    private const string KeySql = "select request_hash, answer from idempotency_key where centre_id = $1 and user_name = $2 and key = $3";

    private const string KeysSql = """
        select k.request_hash, k.answer, k.centre_id, k.user_name, k.key from unnest($1::int[], $2::text[], $3::text[]) r (centre_id, user_name, key)
        join idempotency_key k on k.centre_id = r.centre_id and k.user_name = r.user_name and k.key = r.key
        """;

    /// <summary>Reads one case.</summary>
    public static async Task<CaseReading> ReadAsync(NpgsqlConnection connection, int centreId, Guid caseId)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Sql.Command(CaseSql, Sql.Of(centreId), Sql.Of(caseId)) } };
        await batch.PrepareAsync();
        await using var reader = await batch.ExecuteReaderAsync();
        return await reader.ReadAsync() ? Read(reader) : None;
    }

    /// <summary>Reads the cases of many acts, and what is known of their keys, in one round trip. A new case has nothing to read but its key.</summary>
    public static async Task<Dictionary<QueuedStep, CaseReading>> ReadAsync(NpgsqlConnection connection, IReadOnlyList<QueuedStep> steps)
    {
        var keyed = steps.Where(step => step.Key is not null).ToList();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Sql.Command(CasesSql, Sql.Of([.. steps.Select(step => step.CentreId)]), Sql.Of([.. steps.Select(step => step.CaseId)])));
        batch.BatchCommands.Add(Sql.Command(
            KeysSql, Sql.Of([.. keyed.Select(step => step.CentreId)]), Sql.Of([.. keyed.Select(step => step.Key!.UserName)]), Sql.Of([.. keyed.Select(step => step.Key!.Value)])));
        await batch.PrepareAsync();
        await using var reader = await batch.ExecuteReaderAsync();
        var cases = new Dictionary<(int, Guid), CaseReading>(steps.Count);
        while (await reader.ReadAsync())
        {
            var reading = Read(reader);
            cases.Add((reading.Case!.CentreId, reading.Case.CaseId), reading);
        }

        await reader.NextResultAsync();
        var known = new Dictionary<(int, string, string), KnownAnswer>();
        while (await reader.ReadAsync())
        {
            known[(reader.GetInt32(2), reader.GetString(3), reader.GetString(4))] = Answered(reader);
        }

        return steps.ToDictionary(step => step, step => cases.GetValueOrDefault((step.CentreId, step.CaseId), None) with
        {
            Known = step.Key is { } key ? known.GetValueOrDefault((step.CentreId, key.UserName, key.Value)) : null,
        });
    }

    /// <summary>Looks a key up alone.</summary>
    public static async Task<KnownAnswer?> ReadKeyAsync(NpgsqlConnection connection, int centreId, IdempotencyKey key, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(KeyQuery(centreId, key));
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? Answered(reader) : null;
    }

    /// <summary>Opens the case in memory, with what fell due up to an instant (UTC).</summary>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    public async ValueTask<CaseSession> OpenAsync(Guid caseId, CaseWorlds worlds, DateTimeOffset at, bool isSweep = false)
    {
        var row = Case ?? throw new NotFoundException("Case", caseId);
        var session = new CaseSession(await worlds.ForAsync(Centre!, row), row, RaisedAlerts, ArmedAlertAt);
        session.CatchUp(at, isSweep);
        return session;
    }

    private static CaseReading Read(NpgsqlDataReader reader)
    {
        var row = CaseFields.Read(reader);
        return new CaseReading(
            row, reader.GetFieldValue<string[]>(CaseFields.Count), CaseFields.Instant(reader, CaseFields.Count + 1),
            CentreRow.Read(reader, row.CentreId, CaseFields.Count + 2), null);
    }

    private static NpgsqlBatchCommand KeyQuery(int centreId, IdempotencyKey key) =>
        Sql.Command(KeySql, Sql.Of(centreId), Sql.Of(key.UserName), Sql.Of(key.Value));

    private static KnownAnswer Answered(NpgsqlDataReader reader) => new(reader.GetFieldValue<byte[]>(0), reader.GetString(1));
}
