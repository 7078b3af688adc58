using System.Numerics;
using System.Security.Cryptography;

namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// The root of a Merkle tree over hashes that come one after the other: what is left of a full subtree is kept only, so a million
/// leaves take a kilobyte. The tree is that of RFC 6962 (left subtrees are full); a node is SHA-256 over a byte 1, left and right. Leaves
/// are hashes of rows, whose input is always longer than a node's: none can be taken for the other.
/// </summary>
internal sealed class MerkleRoot
{
    private const int Size = SHA256.HashSizeInBytes;
    private byte[] subtrees = new byte[4 * Size];
    private int depth;

    /// <summary>Leaves so far.</summary>
    public int Count { get; private set; }

    /// <summary>Adds the next leaf. One of another length, which only a tampered row has, counts as what it begins with.</summary>
    public void Add(ReadOnlySpan<byte> leaf)
    {
        if ((depth + 1) * Size > subtrees.Length)
        {
            Array.Resize(ref subtrees, 2 * subtrees.Length);
        }

        At(depth).Clear();
        leaf[..Math.Min(leaf.Length, Size)].CopyTo(At(depth++));
        for (var full = BitOperations.TrailingZeroCount(~Count); full > 0; full--)
        {
            depth--;
            Node(At(depth - 1), At(depth), At(depth - 1));
        }

        Count++;
    }

    /// <summary>The root over the leaves so far; of none, SHA-256 of nothing.</summary>
    public byte[] Value()
    {
        if (depth == 0)
        {
            return SHA256.HashData([]);
        }

        var root = At(depth - 1).ToArray();
        for (var left = depth - 2; left >= 0; left--)
        {
            Node(At(left), root, root);
        }

        return root;
    }

    /// <summary>The hash of a node.</summary>
    public static void Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> hash)
    {
        Span<byte> node = stackalloc byte[1 + Size + Size];
        node[0] = 1;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + Size)..]);
        SHA256.HashData(node, hash);
    }

    private Span<byte> At(int subtree) => subtrees.AsSpan(subtree * Size, Size);
}
