using System.Runtime.CompilerServices;

namespace ApprovalEngine.Approval.Audit;

/// <summary>Reads ranges side by side, and hands them on in their order.</summary>
internal static class TrailParts
{
    public static async IAsyncEnumerable<TrailPart> PartsAsync(
        this IAsyncEnumerable<TrailRange> ranges, TrailSnapshot snapshot, SealIndex seals, int atATime, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var begun = new List<TrailPart>();
        try
        {
            await foreach (var range in ranges.WithCancellation(cancel))
            {
                begun.Add(new TrailPart(snapshot, range, seals).Start(ending.Token));
                if (begun.Count >= atATime)
                {
                    yield return begun[0];
                    begun.RemoveAt(0);
                }
            }

            foreach (var part in begun)
            {
                yield return part;
            }
        }
        finally
        {
            // After a fault in one, the others must not read on from connections that go back to their pool.
            await ending.CancelAsync();
            await Task.WhenAll(begun.Select(part => part.Done));
        }
    }
}
