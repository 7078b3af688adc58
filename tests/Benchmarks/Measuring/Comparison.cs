namespace ApprovalEngine.Benchmarks.Measuring;

/// <summary>The product beside bare SQL with so many workers: medians of runs made in turn, so that a busy machine slows both alike.</summary>
internal sealed record Comparison(int Workers, Sample Bare, Sample Product)
{
    private const int WarmWorkers = 4;

    private static readonly TimeSpan ShortWarmUp = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan LongWarmUp = TimeSpan.FromSeconds(15);

    /// <summary>How much of what bare SQL does in the same time the product does.</summary>
    public double Throughput => Product.Rate / Bare.Rate;

    /// <summary>
    /// Runs both for a while without measuring. A host runs for weeks; for its first ten seconds under load the just-in-time compiler costs
    /// more than the work itself.
    /// </summary>
    public static async Task WarmUpAsync(IWork bare, IWork product, Stopwatches watches)
    {
        await watches.MeasureAsync(bare, WarmWorkers, ShortWarmUp);
        await watches.MeasureAsync(product, WarmWorkers, LongWarmUp);
    }

    /// <summary>Runs both in turn.</summary>
    public static async Task<Comparison> OfAsync(IWork bare, IWork product, int workers, Effort effort, Stopwatches watches)
    {
        var (first, second) = (new List<Sample>(), new List<Sample>());
        for (var round = 0; round < effort.Rounds; round++)
        {
            first.Add(await watches.MeasureAsync(bare, workers, effort.Span));
            second.Add(await watches.MeasureAsync(product, workers, effort.Span));
        }

        var comparison = new Comparison(workers, Sample.Median(first), Sample.Median(second));
        Console.Error.WriteLine(comparison.Text());
        return comparison;
    }

    private string Text() => FormattableString.Invariant(
        $"  {Workers,2} workers: bare {Bare.Rate:0}/s, server {Bare.ServerMicroseconds:0} µs, client {Bare.ClientMicroseconds:0} µs, WAL {Bare.WalBytes:0} B; product {Product.Rate:0}/s, server {Product.ServerMicroseconds:0} µs, client {Product.ClientMicroseconds:0} µs, WAL {Product.WalBytes:0} B");
}
