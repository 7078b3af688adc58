using ApprovalEngine.Approval.Errors;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What one round trip brings: the case, its centre, and the answer that an idempotency key already got.</summary>
/// <param name="Case">The case; null when there is none.</param>
/// <param name="Centre">The centre as it stands.</param>
/// <param name="Known">What is known of the key; null when it is new, or was not looked up.</param>
internal sealed record CaseReading(CaseRecord? Case, CentreRow? Centre, KnownAnswer? Known)
{
    private static readonly CaseReading None = new(null, null, null);

    // Primary keys of cases, applicant and centre.
    private const string Columns = $"{CaseFields.Select}, {CentreRow.Select}";

    /// <summary>So many cases are read quicker each by itself than together.</summary>
    private const int Few = 3;

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

    /// <summary>
    /// Reads the cases of several acts in one round trip. Of many it also reads what is known of their keys, so that a request sent again
    /// does not fail all its neighbours; of a few that costs more than it saves. A new case has nothing to read. The lane waits in place
    /// (<see cref="CaseQueue"/>).
    /// </summary>
    public static Dictionary<QueuedStep, CaseReading> Read(NpgsqlConnection connection, IReadOnlyList<QueuedStep> group)
    {
        var steps = group.Where(step => step.Act is not null).ToList();
        if (steps.Count == 0)
        {
            return [];
        }

        var isFew = steps.Count <= Few;
        using var batch = new NpgsqlBatch(connection);
        foreach (var query in isFew ? OneByOne(steps) : Together(steps))
        {
            batch.BatchCommands.Add(query);
        }

        batch.Prepare();
        using var reader = batch.ExecuteReader();
        var cases = new Dictionary<(int, Guid), CaseReading>(steps.Count);
        var caseResults = isFew ? steps.Count : 1;
        for (var result = 0; result < caseResults; result++, reader.NextResult())
        {
            while (reader.Read())
            {
                var reading = Read(reader);
                cases.Add((reading.Case!.CentreId, reading.Case.CaseId), reading);
            }
        }

        var known = new Dictionary<(int, string, string), KnownAnswer>();
        while (!isFew && reader.Read())
        {
            known[(reader.GetInt32(2), reader.GetString(3), reader.GetString(4))] = Answered(reader);
        }

        return steps.ToDictionary(step => step, step => cases.GetValueOrDefault((step.CentreId, step.CaseId), None) with
        {
            Known = step.Key is { } key ? known.GetValueOrDefault((step.CentreId, key.UserName, key.Value)) : null,
        });
    }

    private static IEnumerable<NpgsqlBatchCommand> OneByOne(IEnumerable<QueuedStep> steps) => steps.Select(step => Sql.Command(CaseSql, Sql.Of(step.CentreId), Sql.Of(step.CaseId)));

    private static IEnumerable<NpgsqlBatchCommand> Together(IReadOnlyList<QueuedStep> steps)
    {
        var keyed = steps.Where(step => step.Key is not null).ToList();
        yield return Sql.Command(CasesSql, Sql.Of([.. steps.Select(step => step.CentreId)]), Sql.Of([.. steps.Select(step => step.CaseId)]));
        yield return Sql.Command(
            KeysSql, Sql.Of([.. keyed.Select(step => step.CentreId)]), Sql.Of([.. keyed.Select(step => step.Key!.UserName)]), Sql.Of([.. keyed.Select(step => step.Key!.Value)]));
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
    /// <param name="caseId">The case.</param>
    /// <param name="worlds">What steps know.</param>
    /// <param name="at">The instant.</param>
    /// <param name="connection">For acts that ask for more of it.</param>
    /// <param name="isSweep">A sweep looks at the alert watch anew even where nothing moved.</param>
    /// <exception cref="NotFoundException">There is no such case.</exception>
    public async ValueTask<CaseSession> OpenAsync(Guid caseId, CaseWorlds worlds, DateTimeOffset at, NpgsqlConnection connection, bool isSweep = false)
    {
        var row = Case ?? throw new NotFoundException("Case", caseId);
        var session = new CaseSession(await worlds.ForAsync(Centre!, row), row) { Stored = new StoredCase(connection, row.CentreId, row.CaseId) };
        session.CatchUp(at, isSweep);
        return session;
    }

    private static CaseReading Read(NpgsqlDataReader reader)
    {
        var row = CaseFields.Read(reader);
        return new CaseReading(row, CentreRow.Read(reader, row.CentreId, CaseFields.Count), null);
    }

    internal static NpgsqlBatchCommand KeyQuery(int centreId, IdempotencyKey? key) =>
        Sql.Command(KeySql, Sql.Of(centreId), Sql.Of(key?.UserName), Sql.Of(key?.Value));

    internal static KnownAnswer Answered(NpgsqlDataReader reader) => new(reader.GetFieldValue<byte[]>(0), reader.GetString(1));
}
