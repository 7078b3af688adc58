using System.Buffers.Binary;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// Which rows a seal covers: case, row and the first bytes of its hash, 24 bytes each. The root proves; this only serves to name the row
/// when the root no longer fits.
/// </summary>
internal static class SealContents
{
    /// <summary>Bytes of an entry.</summary>
    public const int Size = 16 + 4 + MarkSize;

    /// <summary>A seal of more rows (an import in one transaction) keeps no list: the case cannot be named then.</summary>
    public const int MostRows = 1_000_000;

    private const int MarkSize = 4;

    /// <summary>Writes the entry of a row.</summary>
    public static void Write(Stream contents, Guid caseId, int seq, ReadOnlySpan<byte> hash)
    {
        Span<byte> entry = stackalloc byte[Size];
        caseId.TryWriteBytes(entry, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(entry[16..], seq);
        hash[..MarkSize].CopyTo(entry[20..]);
        contents.Write(entry);
    }

    /// <summary>The entries in their order, which is that of case and row.</summary>
    public static IEnumerable<SealedRow> Read(ReadOnlyMemory<byte> contents)
    {
        for (var at = 0; at + Size <= contents.Length; at += Size)
        {
            var entry = contents.Slice(at, Size);
            yield return new SealedRow(
                new Guid(entry.Span[..16], bigEndian: true), BinaryPrimitives.ReadInt32BigEndian(entry.Span[16..]), entry[20..]);
        }
    }
}

/// <summary>A row that a seal covers.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Seq">The row.</param>
/// <param name="Mark">The first bytes of its hash.</param>
internal readonly record struct SealedRow(Guid CaseId, int Seq, ReadOnlyMemory<byte> Mark);
