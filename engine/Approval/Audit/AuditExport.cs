using System.Data;
using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// Writes trails with their seals as lines of JSON, with all that is needed to compute every hash again without this product: of a whole
/// centre, or of one case with the way from each of its rows to the seal that covers it.
/// </summary>
public sealed class AuditExport(NpgsqlDataSource database, TimeProvider time)
{
    private const int Format = 1;

    // Primary key; of the newest rows only, the block-range index.
    private const string Rows = """
        select a.case_id, c.case_no, a.seq, a.at, a.actor, a.act, a.payload, a.prev_hash, a.hash, a.transaction_no, c.version, c.head_hash
        from audit a left join cases c on c.centre_id = a.centre_id and c.case_id = a.case_id
        where a.centre_id = $1 and a.transaction_no >= $2 and ($3::uuid is null or a.case_id = $3) order by a.case_id, a.seq
        """;

    private const string Case = "select case_id from cases where centre_id = $1 and case_no = $2";

    /// <summary>The case of a number; null when there is none.</summary>
    public async Task<Guid?> FindAsync(int centreId, string caseNo, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Case);
        command.Parameters.Add(Sql.Of(centreId));
        command.Parameters.Add(Sql.Of(caseNo));
        return await command.ExecuteScalarAsync(cancel) as Guid?;
    }

    /// <summary>Writes the export.</summary>
    /// <param name="centreId">The centre.</param>
    /// <param name="caseId">One case, with its proofs; null for all.</param>
    /// <param name="sinceSeal">Only what was committed after this seal; 0 for everything.</param>
    /// <param name="target">Where to.</param>
    /// <param name="cancel">Stops the writing.</param>
    /// <returns>Number of rows.</returns>
    public async Task<long> WriteAsync(int centreId, Guid? caseId, int sinceSeal, Stream target, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        var before = sinceSeal > 0 ? await SealStore.RequireAsync(connection, centreId, sinceSeal, cancel) : null;
        var seals = caseId is { } one
            ? await SealStore.OfCaseAsync(connection, centreId, one, sinceSeal, cancel)
            : await SealStore.AfterAsync(connection, centreId, sinceSeal, int.MaxValue, cancel);
        var proofs = caseId is { } id ? await SealProofs.OfAsync(connection, centreId, id, seals, cancel) : null;
        await using var lines = new ExportLines(target);
        await lines.WriteAsync("export", json => Head(json, centreId, caseId, before), cancel);
        foreach (var seal in proofs?.Seals ?? seals)
        {
            await lines.WriteAsync(seal, cancel);
        }

        var count = await WriteRowsAsync(connection, lines, (centreId, caseId, before?.ToNo ?? 0), seals, proofs, cancel);
        if (caseId is null)
        {
            await WriteEventsAsync(connection, lines, centreId, before?.ToNo ?? 0, seals, cancel);
        }

        await lines.EndAsync(cancel);
        return count;
    }

    private void Head(Utf8JsonWriter json, int centreId, Guid? caseId, Seal? before)
    {
        json.WriteNumber("format", Format);
        json.WriteNumber("centre", centreId);
        json.WriteString("at", SealLine.Instant(time.GetUtcNow()));
        json.WriteBoolean("isOneCase", caseId is not null);
        json.WriteNumber("sinceSeal", before?.No ?? 0);
        json.WriteString("after", Convert.ToHexStringLower(before is null ? Seal.Origin.Span : before.Hash));
    }

    private static async Task<long> WriteRowsAsync(
        NpgsqlConnection connection, ExportLines lines, (int Centre, Guid? Case, long SinceNo) part, IReadOnlyList<Seal> seals, SealProofs? proofs, CancellationToken cancel)
    {
        var index = new SealIndex(seals);
        var count = 0L;
        await using var command = new NpgsqlCommand(Rows, connection) { CommandTimeout = 0, Parameters = { Sql.Of(part.Centre), Sql.Of(part.SinceNo), Sql.Nullable(part.Case) } };
        await using var row = await command.ExecuteReaderAsync(cancel);
        (Guid Case, string? No, int Version, byte[] Hash)? head = null;
        while (await row.ReadAsync(cancel))
        {
            var caseId = row.GetGuid(0);
            if (head is { } ended && ended.Case != caseId)
            {
                await WriteHeadAsync(lines, ended, cancel);
            }

            head = row.IsDBNull(10) ? null : (caseId, CaseFields.Text(row, 1), row.GetInt32(10), row.GetFieldValue<byte[]>(11));
            var seal = index.Of(row.GetInt64(9)) is var place and >= 0 ? seals[place].No : (int?)null;
            await lines.WriteAsync("row", json => Row(json, row, seal, proofs?.Of(row.GetInt32(2))), cancel);
            count++;
        }

        if (head is { } last)
        {
            await WriteHeadAsync(lines, last, cancel);
        }

        return count;
    }

    private static void Row(Utf8JsonWriter json, NpgsqlDataReader row, int? seal, IReadOnlyList<MerkleSibling>? proof)
    {
        json.WriteString("case", row.GetGuid(0));
        json.WriteString("caseNo", CaseFields.Text(row, 1));
        json.WriteNumber("seq", row.GetInt32(2));
        json.WriteString("at", SealLine.Instant(row.GetFieldValue<DateTimeOffset>(3)));
        json.WriteString("actor", row.GetString(4));
        json.WriteString("act", row.GetString(5));
        json.WriteString("payload", row.GetString(6));
        json.WriteString("previous", Convert.ToHexStringLower(row.GetFieldValue<byte[]>(7)));
        json.WriteString("hash", Convert.ToHexStringLower(row.GetFieldValue<byte[]>(8)));
        WriteSeal(json, seal);
        if (proof is null)
        {
            return;
        }

        json.WriteStartArray("proof");
        foreach (var sibling in proof)
        {
            json.WriteStartObject();
            json.WriteString(sibling.IsLeft ? "left" : "right", Convert.ToHexStringLower(sibling.Hash));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ValueTask WriteHeadAsync(ExportLines lines, (Guid Case, string? No, int Version, byte[] Hash) head, CancellationToken cancel) =>
        lines.WriteAsync(
            "head",
            json =>
            {
                json.WriteString("case", head.Case);
                json.WriteString("caseNo", head.No);
                json.WriteNumber("seq", head.Version);
                json.WriteString("hash", Convert.ToHexStringLower(head.Hash));
            },
            cancel);

    private static async Task WriteEventsAsync(NpgsqlConnection connection, ExportLines lines, int centreId, long sinceNo, IReadOnlyList<Seal> seals, CancellationToken cancel)
    {
        var index = new SealIndex(seals);
        await foreach (var (trace, _) in SealedRows.EventsAsync(connection, centreId, sinceNo, long.MaxValue, cancel))
        {
            await lines.WriteAsync("event", json => Event(json, trace, index.Of(trace.TransactionNo) is var place and >= 0 ? seals[place].No : null), cancel);
        }
    }

    private static void Event(Utf8JsonWriter json, AdminTrace trace, int? seal)
    {
        json.WriteNumber("no", trace.EventId);
        json.WriteString("at", SealLine.Instant(trace.At));
        json.WriteString("actor", trace.Actor);
        json.WriteString("act", trace.Act);
        json.WriteString("subject", trace.Subject);
        json.WriteString("payload", trace.Payload);
        WriteSeal(json, seal);
    }

    private static void WriteSeal(Utf8JsonWriter json, int? seal)
    {
        if (seal is { } no)
        {
            json.WriteNumber("seal", no);
        }
        else
        {
            json.WriteNull("seal");
        }
    }
}
