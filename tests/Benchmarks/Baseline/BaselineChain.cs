using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ApprovalEngine.Benchmarks.Baseline;

/// <summary>The baseline's trail rows: what they say and how they are chained.</summary>
internal static class BaselineChain
{
    /// <summary>What a step's row says.</summary>
    public static string Payload(int seq) =>
        $$"""{"e":"TaskCompleted","activity":"Review1","outcome":"Approved","opinion":"The papers are complete and correct; granted as applied for.","from":"activity-{{seq}}","to":"activity-2"}""";

    /// <summary>The hash of a step's row with its usual payload.</summary>
    public static byte[] Next(byte[] previous, long caseId, int seq) => Hash(previous, caseId, seq, Payload(seq));

    /// <summary>The hash of a row.</summary>
    public static byte[] Hash(byte[] previous, long caseId, int seq, string payload)
    {
        Span<byte> buffer = stackalloc byte[1024];
        previous.CopyTo(buffer);
        var length = previous.Length;
        BinaryPrimitives.WriteInt32BigEndian(buffer[length..], 1);
        BinaryPrimitives.WriteInt64BigEndian(buffer[(length + 4)..], caseId);
        BinaryPrimitives.WriteInt32BigEndian(buffer[(length + 12)..], seq);
        length += 16;
        length += Encoding.UTF8.GetBytes(payload, buffer[length..]);
        return SHA256.HashData(buffer[..length]);
    }
}
