using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ApprovalEngine.Approval.Audit;

/// <summary>How the rows of a case's trail are chained: SHA-256 over the previous hash and every stored field, texts with their length before them.</summary>
public static class AuditChain
{
    private const int FixedBytes = 32 + 4 + 16 + 4 + 8;

    /// <summary>What the first row of a case is chained to.</summary>
    public static ReadOnlyMemory<byte> Origin { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>Cuts an instant to whole microseconds, which is what PostgreSQL keeps.</summary>
    public static DateTimeOffset Instant(DateTimeOffset at)
    {
        var utc = at.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    /// <summary>The next row of a chain.</summary>
    public static TrailRow Append(int centreId, Guid caseId, int seq, DateTimeOffset at, string actor, string act, string payload, byte[] prevHash)
    {
        var instant = Instant(at);
        return new TrailRow(centreId, caseId, seq, instant, actor, act, payload, prevHash, Hash(prevHash, centreId, caseId, seq, instant, actor, act, payload));
    }

    /// <summary>The hash of a row.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> prevHash, int centreId, Guid caseId, int seq, DateTimeOffset at, string actor, string act, string payload)
    {
        var size = FixedBytes + 12 + Encoding.UTF8.GetByteCount(actor) + Encoding.UTF8.GetByteCount(act) + Encoding.UTF8.GetByteCount(payload);
        var buffer = size <= 2048 ? stackalloc byte[size] : new byte[size];
        prevHash.CopyTo(buffer);
        BinaryPrimitives.WriteInt32BigEndian(buffer[32..], centreId);
        caseId.TryWriteBytes(buffer[36..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(buffer[52..], seq);
        BinaryPrimitives.WriteInt64BigEndian(buffer[56..], Microseconds(at));
        var rest = buffer[FixedBytes..];
        rest = rest[Put(rest, actor)..];
        rest = rest[Put(rest, act)..];
        Put(rest, payload);
        return SHA256.HashData(buffer);
    }

    /// <summary>Whole microseconds since 1970.</summary>
    internal static long Microseconds(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private static int Put(Span<byte> target, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, target[4..]);
        BinaryPrimitives.WriteInt32BigEndian(target, length);
        return length + 4;
    }
}
