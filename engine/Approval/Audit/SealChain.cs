namespace ApprovalEngine.Approval.Audit;

/// <summary>Checks the seals among themselves, and against those that stand outside the database.</summary>
internal static class SealChain
{
    /// <summary>Whether each seal gives its own hash and follows the one before.</summary>
    /// <param name="before">The trusted seal before the first; null for a centre's beginning.</param>
    /// <param name="seals">In order of their numbers.</param>
    public static IEnumerable<AuditFinding> Check(Seal? before, IReadOnlyList<Seal> seals)
    {
        var last = before;
        foreach (var seal in seals)
        {
            var expected = (last?.No ?? 0) + 1;
            if (seal.No != expected)
            {
                yield return Finding(seal.CentreId, expected, AuditFault.SealMissing, expected == seal.No - 1 ? $"seal {expected} is missing" : $"seals {expected} to {seal.No - 1} are missing");
            }
            else if (!seal.Previous.AsSpan().SequenceEqual(last is null ? Seal.Origin.Span : last.Hash) || seal.FromNo != (last?.ToNo ?? 0))
            {
                yield return Finding(seal.CentreId, seal.No, AuditFault.SealChanged, $"seal {seal.No} is not linked to seal {seal.No - 1}");
            }

            if (!seal.Computed().AsSpan().SequenceEqual(seal.Hash))
            {
                yield return Finding(seal.CentreId, seal.No, AuditFault.SealChanged, $"seal {seal.No} was changed: its fields do not give its hash");
            }

            last = seal;
        }
    }

    /// <summary>Whether the seals outside stand in the database as they were. Seals that are not outside yet are no finding.</summary>
    public static IEnumerable<AuditFinding> Compare(IReadOnlyList<Seal> outside, IReadOnlyList<Seal> seals)
    {
        var inside = seals.ToDictionary(seal => seal.No);
        foreach (var seal in outside)
        {
            if (!inside.TryGetValue(seal.No, out var same))
            {
                yield return Finding(seal.CentreId, seal.No, AuditFault.SealMissing, $"seal {seal.No} stands in the file outside the database, but is gone from it");
            }
            else if (!same.Hash.AsSpan().SequenceEqual(seal.Hash))
            {
                yield return Finding(seal.CentreId, seal.No, AuditFault.SealChanged, $"seal {seal.No} is not the one that stands in the file outside the database");
            }
        }
    }

    private static AuditFinding Finding(int centreId, int sealNo, AuditFault kind, string message) => new(centreId, null, null, null, kind, message, sealNo);
}
