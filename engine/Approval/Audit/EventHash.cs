using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// The hash by which a seal covers an administrative event: SHA-256 over centre, number, instant (microseconds since 1970) and the four
/// texts, each with its length in bytes before it. The particulars count as PostgreSQL prints them.
/// </summary>
internal static class EventHash
{
    public static byte[] Of(int centreId, long eventId, DateTimeOffset at, params ReadOnlySpan<string> texts)
    {
        var size = 4 + 8 + 8;
        foreach (var text in texts)
        {
            size += 4 + Encoding.UTF8.GetByteCount(text);
        }

        var fields = new byte[size];
        BinaryPrimitives.WriteInt32BigEndian(fields, centreId);
        BinaryPrimitives.WriteInt64BigEndian(fields.AsSpan(4), eventId);
        BinaryPrimitives.WriteInt64BigEndian(fields.AsSpan(12), AuditChain.Microseconds(at));
        var rest = fields.AsSpan(20);
        foreach (var text in texts)
        {
            var length = Encoding.UTF8.GetBytes(text, rest[4..]);
            BinaryPrimitives.WriteInt32BigEndian(rest, length);
            rest = rest[(4 + length)..];
        }

        return SHA256.HashData(fields);
    }
}
