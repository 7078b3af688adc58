using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// Ids of cases and tasks. A case id is a UUIDv7 of the instant of receipt with its low 16 bits zero; a task's id is the case id with the
/// task's number in those bits, so that the case is known from the task without a lookup (decisions: task ids hold the case).
/// </summary>
public static class CaseIds
{
    private const int Length = 16;

    /// <summary>A new id for a case received at an instant.</summary>
    public static Guid New(DateTimeOffset receivedAt)
    {
        Span<byte> random = stackalloc byte[8];
        RandomNumberGenerator.Fill(random);
        return New(receivedAt, random);
    }

    /// <summary>The id for a case received at an instant, with given random bits: an import derives them from the case's outside number.</summary>
    /// <param name="receivedAt">Instant of receipt; whole milliseconds count.</param>
    /// <param name="random">Eight bytes or more, of which 58 bits are used.</param>
    public static Guid New(DateTimeOffset receivedAt, ReadOnlySpan<byte> random)
    {
        Span<byte> id = stackalloc byte[Length];
        Span<byte> instant = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(instant, receivedAt.ToUnixTimeMilliseconds());
        instant[2..].CopyTo(id);
        random[..8].CopyTo(id[6..]);
        id[6] = (byte)((id[6] & 0x0F) | 0x70);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }

    /// <summary>The lowest id that a case received at an instant can have.</summary>
    /// <param name="receivedAt">An instant; whole milliseconds count.</param>
    public static Guid First(DateTimeOffset receivedAt) => New(receivedAt, stackalloc byte[8]);

    /// <summary>The id of a case's task.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="number">The task's number within the case.</param>
    public static Guid Task(Guid caseId, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, ushort.MaxValue);
        return WithNumber(caseId, (ushort)number);
    }

    /// <summary>The case that a task's id names.</summary>
    public static Guid CaseOf(Guid taskId) => WithNumber(taskId, 0);

    /// <summary>The task's number within its case.</summary>
    public static int NumberOf(Guid taskId)
    {
        Span<byte> id = stackalloc byte[Length];
        taskId.TryWriteBytes(id, bigEndian: true, out _);
        return BinaryPrimitives.ReadUInt16BigEndian(id[14..]);
    }

    private static Guid WithNumber(Guid value, ushort number)
    {
        Span<byte> id = stackalloc byte[Length];
        value.TryWriteBytes(id, bigEndian: true, out _);
        BinaryPrimitives.WriteUInt16BigEndian(id[14..], number);
        return new Guid(id, bigEndian: true);
    }
}
