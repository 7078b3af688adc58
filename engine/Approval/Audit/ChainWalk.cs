using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ApprovalEngine.Approval.Audit;

/// <summary>Walks the rows of one case after another in order of their own numbers, and says where a chain breaks.</summary>
internal sealed class ChainWalk(int centreId, bool isPartial, Action<AuditFinding> find)
{
    /// <summary>Columns of <see cref="TrailRange.Rows"/>.</summary>
    public const int Case = 0, Seq = 1, At = 2, Actor = 3, Payload = 5, Previous = 6, Hash = 7, TransactionNo = 8, Columns = 9;

    private const int Size = SHA256.HashSizeInBytes;
    private const int FixedBytes = Size + 4 + 16 + 4 + 8;

    /// <summary>PostgreSQL counts from 2000, the hash from 1970.</summary>
    private static readonly long Epoch = AuditChain.Microseconds(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly byte[] previous = new byte[Size];
    private readonly byte[] computed = new byte[Size];
    private byte[] fields = new byte[2048];
    private Guid caseId;
    private int seen;
    private bool isKnown;

    /// <summary>Begins a case.</summary>
    public void Begin(Guid id)
    {
        (caseId, seen) = (id, 0);
        isKnown = !isPartial;
        AuditChain.Origin.Span.CopyTo(previous);
    }

    /// <summary>The next row of the case.</summary>
    /// <returns>False when what the row is chained to was not read: the part began after it.</returns>
    public bool Next(CopyRows row)
    {
        var seq = row.Int(Seq);
        var isLinked = isKnown || seq == 1;
        if (isLinked && seq != seen + 1)
        {
            Find(seen + 1, AuditFault.Deleted, seq == seen + 2 ? $"row {seen + 1} is missing" : $"rows {seen + 1} to {seq - 1} are missing");
        }
        else if (isLinked && !row.Bytes(Previous).SequenceEqual(previous))
        {
            Find(seq, AuditFault.Swapped, $"row {seq} is not chained to row {seq - 1}");
        }

        if (!Computed(row, seq).SequenceEqual(row.Bytes(Hash)))
        {
            Find(seq, AuditFault.Changed, $"row {seq} was changed: its content does not give its hash");
        }

        Keep(row.Bytes(Hash));
        (seen, isKnown) = (seq, true);
        return isLinked;
    }

    /// <summary>Ends the case, whose own row says where its trail must end.</summary>
    public void End(int version, ReadOnlySpan<byte> headHash)
    {
        if (seen != version)
        {
            Find(Math.Min(seen, version) + 1, AuditFault.CutOff, $"the trail ends at row {seen}, the case stands at {version}");
        }
        else if (!headHash.SequenceEqual(previous))
        {
            Find(seen, AuditFault.CutOff, $"row {seen} is not the head that the case row names");
        }
    }

    /// <summary>Ends a trail that has no case.</summary>
    public void EndWithoutCase() => Find(seen, AuditFault.CaseMissing, "the trail's case is missing");

    /// <summary>The hash as <see cref="AuditChain.Hash"/> makes it, from the bytes as the database sends them.</summary>
    private ReadOnlySpan<byte> Computed(CopyRows row, int seq)
    {
        var texts = row.WithLengths(Actor, Payload);
        if (FixedBytes + texts.Length > fields.Length)
        {
            fields = new byte[2 * (FixedBytes + texts.Length)];
        }

        var before = row.Bytes(Previous);
        (before.Length == Size ? before : AuditChain.Origin.Span).CopyTo(fields);
        BinaryPrimitives.WriteInt32BigEndian(fields.AsSpan(Size), centreId);
        row.Bytes(Case).CopyTo(fields.AsSpan(Size + 4));
        BinaryPrimitives.WriteInt32BigEndian(fields.AsSpan(Size + 20), seq);
        BinaryPrimitives.WriteInt64BigEndian(fields.AsSpan(Size + 24), row.Long(At) + Epoch);
        texts.CopyTo(fields.AsSpan(FixedBytes));
        SHA256.HashData(fields.AsSpan(0, FixedBytes + texts.Length), computed);
        return computed;
    }

    private void Keep(ReadOnlySpan<byte> hash)
    {
        previous.AsSpan().Clear();
        hash[..Math.Min(hash.Length, Size)].CopyTo(previous);
    }

    private void Find(int seq, AuditFault kind, string message) => find(new AuditFinding(centreId, caseId, null, seq, kind, message));
}
