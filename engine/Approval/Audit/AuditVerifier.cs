using ApprovalEngine.Approval.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>Reads every case's trail in a stream and names each row that was changed, swapped, deleted or cut off.</summary>
public sealed class AuditVerifier(CaseDatabase database)
{
    private const int ReportEvery = 10_000;

    // One statement, so one snapshot: cases that move on meanwhile are seen before or after their step, never in between.
    // Both sides come in the order of their primary keys.
    private const string Rows = """
        select centre_id, case_id, c.case_no, c.version, c.head_hash, a.seq, a.at, a.actor, a.act, a.payload, a.prev_hash, a.hash
        from audit a full join cases c using (centre_id, case_id)
        where $1::int is null or centre_id = $1
        order by centre_id, case_id, a.seq
        """;

    /// <summary>Verifies all trails.</summary>
    /// <param name="centreId">One centre only; null for all.</param>
    /// <param name="progress">Told the number of rows read so far.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<AuditReport> VerifyAsync(int? centreId, IProgress<long>? progress, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(Rows, connection) { CommandTimeout = 0 };
        command.Parameters.Add(Sql.Nullable(centreId));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var findings = new List<AuditFinding>();
        ChainWalk? walk = null;
        long cases = 0, rows = 0;
        while (await reader.ReadAsync(cancel))
        {
            var key = (reader.GetInt32(0), reader.GetGuid(1));
            if (walk is null || walk.Key != key)
            {
                findings.AddRange(walk?.End() ?? []);
                walk = Begin(reader);
                cases++;
            }

            if (!reader.IsDBNull(5))
            {
                walk.Next(Row(reader));
                rows++;
                if (rows % ReportEvery == 0)
                {
                    progress?.Report(rows);
                }
            }
        }

        findings.AddRange(walk?.End() ?? []);
        return new AuditReport(cases, rows, findings);
    }

    private static ChainWalk Begin(NpgsqlDataReader reader) => reader.IsDBNull(3)
        ? new ChainWalk(reader.GetInt32(0), reader.GetGuid(1), null, null, null)
        : new ChainWalk(reader.GetInt32(0), reader.GetGuid(1), reader.GetString(2), reader.GetInt32(3), reader.GetFieldValue<byte[]>(4));

    private static TrailRow Row(NpgsqlDataReader reader) => new(
        reader.GetInt32(0), reader.GetGuid(1), reader.GetInt32(5), reader.GetFieldValue<DateTimeOffset>(6), reader.GetString(7), reader.GetString(8),
        reader.GetString(9), reader.GetFieldValue<byte[]>(10), reader.GetFieldValue<byte[]>(11));
}
