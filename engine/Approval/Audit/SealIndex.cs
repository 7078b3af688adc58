namespace ApprovalEngine.Approval.Audit;

/// <summary>Finds the seal that covers a transaction.</summary>
internal sealed class SealIndex(IReadOnlyList<Seal> seals)
{
    private readonly long from = seals.Count > 0 ? seals[0].FromNo : long.MaxValue;
    private readonly long[] ends = [.. seals.Select(seal => seal.ToNo)];

    /// <summary>Place of the seal in the list; -1 when none covers it.</summary>
    public int Of(long transactionNo)
    {
        if (transactionNo < from || transactionNo >= ends[^1])
        {
            return -1;
        }

        var found = Array.BinarySearch(ends, transactionNo);
        return found >= 0 ? found + 1 : ~found;
    }
}
