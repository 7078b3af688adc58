namespace ApprovalEngine.Approval.Audit;

/// <summary>
/// Computes the roots of many seals while their leaves come by in the order of case and row. A root is compared as soon as it is
/// whole, and only roots under way take memory.
/// </summary>
internal sealed class SealSums(IReadOnlyList<Seal> seals, Func<Seal, (int Count, byte[] Root)> whatWasSealed)
{
    private readonly MerkleRoot?[] roots = new MerkleRoot?[seals.Count];
    private readonly bool[] isWhole = new bool[seals.Count];
    private readonly bool[] isBroken = new bool[seals.Count];

    public void Add(int seal, ReadOnlySpan<byte> leaf)
    {
        isBroken[seal] |= isWhole[seal];
        if (isBroken[seal])
        {
            return;
        }

        var root = roots[seal] ??= new();
        root.Add(leaf);
        Compare(seal, root);
    }

    /// <summary>The seals that do not fit what was read.</summary>
    public IEnumerable<Seal> Broken()
    {
        for (var seal = 0; seal < seals.Count; seal++)
        {
            if (!isWhole[seal] && !isBroken[seal])
            {
                Compare(seal, roots[seal] ?? new());
            }

            if (isBroken[seal] || !isWhole[seal])
            {
                yield return seals[seal];
            }
        }
    }

    private void Compare(int seal, MerkleRoot root)
    {
        var (count, expected) = whatWasSealed(seals[seal]);
        if (root.Count != count)
        {
            return;
        }

        roots[seal] = null;
        isWhole[seal] = root.Value().AsSpan().SequenceEqual(expected);
        isBroken[seal] = !isWhole[seal];
    }
}
