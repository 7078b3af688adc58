using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// A seal over everything that was committed in a centre since the seal before: changes of cases and administrative events. Whoever
/// keeps its hash can later prove each of these rows, and that none is missing.
/// </summary>
/// <param name="CentreId">The centre.</param>
/// <param name="No">1, 2, 3 … without gaps.</param>
/// <param name="At">When it was made (UTC), in whole microseconds.</param>
/// <param name="FromNo">First transaction number that it covers.</param>
/// <param name="ToNo">First transaction number after it.</param>
/// <param name="Rows">Number of rows of cases' trails.</param>
/// <param name="Root">Merkle root over the hashes of these rows, ordered by case and row.</param>
/// <param name="Events">Number of administrative events.</param>
/// <param name="EventsRoot">Merkle root over the hashes of these events, in their order.</param>
/// <param name="Previous">Hash of the seal before; zeros for the first.</param>
/// <param name="Hash">SHA-256 over all the others.</param>
public sealed record Seal(
    int CentreId, int No, DateTimeOffset At, long FromNo, long ToNo, int Rows, byte[] Root, int Events, byte[] EventsRoot, byte[] Previous, byte[] Hash)
{
    private const int Size = SHA256.HashSizeInBytes;

    /// <summary>What the first seal of a centre is linked to.</summary>
    public static ReadOnlyMemory<byte> Origin => AuditChain.Origin;

    /// <summary>The hash as it is printed on reports.</summary>
    public string Print => Convert.ToHexStringLower(Hash);

    /// <summary>The seal that follows another; its hash is computed.</summary>
    internal static Seal After(Seal? last, int centreId, DateTimeOffset at, long toNo, MerkleRoot rows, MerkleRoot events)
    {
        var seal = new Seal(
            centreId, (last?.No ?? 0) + 1, AuditChain.Instant(at), last?.ToNo ?? 0, toNo, rows.Count, rows.Value(), events.Count, events.Value(),
            last?.Hash ?? Origin.ToArray(), []);
        return seal with { Hash = seal.Computed() };
    }

    /// <summary>The hash that the fields come to: all in their order, numbers big-endian, the instant as microseconds since 1970.</summary>
    internal byte[] Computed()
    {
        Span<byte> fields = stackalloc byte[Size + 4 + 4 + 8 + 8 + 8 + 4 + Size + 4 + Size];
        Previous.CopyTo(fields);
        var rest = fields[Size..];
        BinaryPrimitives.WriteInt32BigEndian(rest, CentreId);
        BinaryPrimitives.WriteInt32BigEndian(rest[4..], No);
        BinaryPrimitives.WriteInt64BigEndian(rest[8..], AuditChain.Microseconds(At));
        BinaryPrimitives.WriteInt64BigEndian(rest[16..], FromNo);
        BinaryPrimitives.WriteInt64BigEndian(rest[24..], ToNo);
        BinaryPrimitives.WriteInt32BigEndian(rest[32..], Rows);
        Root.CopyTo(rest[36..]);
        BinaryPrimitives.WriteInt32BigEndian(rest[(36 + Size)..], Events);
        EventsRoot.CopyTo(rest[(40 + Size)..]);
        return SHA256.HashData(fields);
    }

    /// <summary>Whether it covers a transaction.</summary>
    internal bool Covers(long transactionNo) => transactionNo >= FromNo && transactionNo < ToNo;
}
