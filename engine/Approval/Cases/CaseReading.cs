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
    // Primary keys of cases, applicant, timer and centre; the unique index of alert.
    private const string CaseSql = $"""
        select {CaseFields.Select},
            array(select a.key from alert a where a.centre_id = c.centre_id and a.case_id = c.case_id),
            (select t.due_at from timer t where t.centre_id = c.centre_id and t.case_id = c.case_id and t.kind = 1 and t.key = 'alert'),
            {CentreRow.Select}
        from {CaseFields.From} join centre e on e.centre_id = c.centre_id
        where c.centre_id = $1 and c.case_id = $2
        """;

    private const string KeySql = "select request_hash, answer from idempotency_key where centre_id = $1 and user_name = $2 and key = $3";

    public static async Task<CaseReading> ReadAsync(NpgsqlConnection connection, int centreId, Guid caseId, IdempotencyKey? key, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Sql.Command(CaseSql, Sql.Of(centreId), Sql.Of(caseId)));
        if (key is not null)
        {
            batch.BatchCommands.Add(KeyQuery(centreId, key));
        }

        await batch.PrepareAsync(cancel);
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        var found = await reader.ReadAsync(cancel)
            ? new CaseReading(
                CaseFields.Read(reader), reader.GetFieldValue<string[]>(CaseFields.Count), CaseFields.Instant(reader, CaseFields.Count + 1),
                CentreRow.Read(reader, centreId, CaseFields.Count + 2), null)
            : new CaseReading(null, [], null, null, null);
        return key is null ? found : found with { Known = await NextKnownAsync(reader, cancel) };
    }

    /// <summary>Looks a key up alone.</summary>
    public static async Task<KnownAnswer?> ReadKeyAsync(NpgsqlConnection connection, int centreId, IdempotencyKey key, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(KeyQuery(centreId, key));
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        return await KnownAsync(reader, cancel);
    }

    private static NpgsqlBatchCommand KeyQuery(int centreId, IdempotencyKey key) =>
        Sql.Command(KeySql, Sql.Of(centreId), Sql.Of(key.UserName), Sql.Of(key.Value));

    private static async Task<KnownAnswer?> NextKnownAsync(NpgsqlDataReader reader, CancellationToken cancel) =>
        await reader.NextResultAsync(cancel) ? await KnownAsync(reader, cancel) : null;

    private static async Task<KnownAnswer?> KnownAsync(NpgsqlDataReader reader, CancellationToken cancel) =>
        await reader.ReadAsync(cancel) ? new KnownAnswer(reader.GetFieldValue<byte[]>(0), reader.GetString(1)) : null;
}
