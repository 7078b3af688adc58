using System.Security.Cryptography;

namespace ApprovalEngine.Approval.Audit;

/// <summary>Some hashes of rows, each with the seal that covers it, in the order in which they were read.</summary>
internal sealed class SealLeaves
{
    private const int Most = 4096;
    private const int Size = SHA256.HashSizeInBytes;
    private readonly int[] seals = new int[Most];
    private readonly byte[] hashes = new byte[Most * Size];

    public int Count { get; private set; }

    public bool IsFull => Count == Most;

    /// <summary>A hash of another length (a changed row) counts as what it begins with.</summary>
    public void Add(int seal, ReadOnlySpan<byte> hash)
    {
        hash[..Math.Min(hash.Length, Size)].CopyTo(hashes.AsSpan(Count * Size));
        seals[Count++] = seal;
    }

    public int Seal(int leaf) => seals[leaf];

    public ReadOnlySpan<byte> Hash(int leaf) => hashes.AsSpan(leaf * Size, Size);
}
