using System.Numerics;
using System.Security.Cryptography;

namespace ApprovalEngine.Approval.Audit;

/// <summary>What is needed to compute a tree's root from one of its leaves: the hashes beside the way up.</summary>
internal static class MerklePath
{
    /// <summary>The path of a leaf, from the leaf upwards.</summary>
    /// <param name="leaves">All leaves in their order.</param>
    /// <param name="index">Which one.</param>
    public static List<MerkleSibling> Of(IReadOnlyList<byte[]> leaves, int index)
    {
        var path = new List<MerkleSibling>();
        var (from, count) = (0, leaves.Count);
        while (count > 1)
        {
            // The left subtree is the largest full one that leaves something to its right.
            var left = 1 << BitOperations.Log2((uint)(count - 1));
            if (index < from + left)
            {
                path.Add(new MerkleSibling(IsLeft: false, Root(leaves, from + left, count - left)));
                count = left;
            }
            else
            {
                path.Add(new MerkleSibling(IsLeft: true, Root(leaves, from, left)));
                (from, count) = (from + left, count - left);
            }
        }

        path.Reverse();
        return path;
    }

    /// <summary>The root that a leaf and its path come to.</summary>
    public static byte[] Root(ReadOnlySpan<byte> leaf, IEnumerable<MerkleSibling> path)
    {
        var root = leaf.ToArray();
        foreach (var sibling in path)
        {
            var (left, right) = sibling.IsLeft ? (sibling.Hash, root) : (root, sibling.Hash);
            var node = new byte[SHA256.HashSizeInBytes];
            MerkleRoot.Node(left, right, node);
            root = node;
        }

        return root;
    }

    private static byte[] Root(IReadOnlyList<byte[]> leaves, int from, int count)
    {
        var root = new MerkleRoot();
        for (var leaf = from; leaf < from + count; leaf++)
        {
            root.Add(leaves[leaf]);
        }

        return root.Value();
    }
}

/// <summary>A hash beside the way from a leaf to the root.</summary>
/// <param name="IsLeft">Whether it stands to the left of the way.</param>
/// <param name="Hash">The hash.</param>
internal sealed record MerkleSibling(bool IsLeft, byte[] Hash);
