using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using ApprovalEngine.Approval.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// Where the cases of a stretch stand: id, version and head hash, 52 bytes each in the order of ids. The database puts them together, which
/// costs a tenth of sending a message for each case.
/// </summary>
internal sealed class CaseHeads(byte[] heads)
{
    /// <summary>Cases of a stretch: small enough to keep all processors busy, large enough to cost nothing.</summary>
    private const int Most = 4000;

    private const int Size = 16 + 4 + SHA256.HashSizeInBytes;

    // Primary key. A head hash of another length fits no trail.
    private const string Next = """
        select string_agg(uuid_send(case_id) || int4send(version) || case when length(head_hash) = 32 then head_hash else sha256('') end, ''::bytea order by case_id)
        from (select case_id, version, head_hash from cases where centre_id = $1 and case_id > $2 order by case_id limit $3) c
        """;

    private const string Since = """
        select string_agg(uuid_send(case_id) || int4send(version) || case when length(head_hash) = 32 then head_hash else sha256('') end, ''::bytea order by case_id)
        from cases where centre_id = $1 and case_id in (select case_id from audit where centre_id = $1 and transaction_no >= $2)
        """;

    public int Count => heads.Length / Size;

    public ReadOnlySpan<byte> Id(int place) => heads.AsSpan(place * Size, 16);

    public int Version(int place) => BinaryPrimitives.ReadInt32BigEndian(heads.AsSpan((place * Size) + 16));

    public ReadOnlySpan<byte> Hash(int place) => heads.AsSpan((place * Size) + 20, SHA256.HashSizeInBytes);

    /// <summary>All stretches of a centre, which together cover every id.</summary>
    public static async IAsyncEnumerable<TrailRange> RangesAsync(NpgsqlConnection connection, int centreId, [EnumeratorCancellation] CancellationToken cancel)
    {
        var after = Guid.Empty;
        while (true)
        {
            var heads = await ReadAsync(connection, Next, cancel, Sql.Of(centreId), Sql.Of(after), Sql.Of(Most));
            if (heads.Count < Most)
            {
                yield return new TrailRange(centreId, after, null, 0, heads);
                break;
            }

            var last = new Guid(heads.Id(heads.Count - 1), bigEndian: true);
            yield return new TrailRange(centreId, after, last, 0, heads);
            after = last;
        }
    }

    /// <summary>The one stretch of what was written since a transaction.</summary>
    public static async IAsyncEnumerable<TrailRange> SinceAsync(
        NpgsqlConnection connection, int centreId, long sinceNo, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return new TrailRange(centreId, Guid.Empty, null, sinceNo, await ReadAsync(connection, Since, cancel, Sql.Of(centreId), Sql.Of(sinceNo)));
    }

    /// <summary>The stretch of one case.</summary>
    public static async Task<TrailRange> OneAsync(NpgsqlConnection connection, int centreId, Guid caseId, CancellationToken cancel)
    {
        Span<byte> id = stackalloc byte[16];
        caseId.TryWriteBytes(id, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt128BigEndian(id, BinaryPrimitives.ReadUInt128BigEndian(id) - 1);
        var before = new Guid(id, bigEndian: true);
        return new TrailRange(centreId, before, caseId, 0, await ReadAsync(connection, Next, cancel, Sql.Of(centreId), Sql.Of(before), Sql.Of(1)));
    }

    private static async Task<CaseHeads> ReadAsync(NpgsqlConnection connection, string sql, CancellationToken cancel, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddRange(parameters);
        return new CaseHeads(await command.ExecuteScalarAsync(cancel) as byte[] ?? []);
    }
}
