namespace ApprovalEngine.Benchmarks.Measuring;

/// <summary>What a run came to.</summary>
/// <param name="Rate">Pieces of work a second.</param>
/// <param name="ServerMicroseconds">CPU time of PostgreSQL for each.</param>
/// <param name="ClientMicroseconds">CPU time of this process for each.</param>
/// <param name="WalBytes">Bytes of write-ahead log for each.</param>
internal sealed record Sample(double Rate, double ServerMicroseconds, double ClientMicroseconds, double WalBytes)
{
    /// <summary>The median of each figure by itself: a checkpoint or an autovacuum that falls into a run spoils one sample only.</summary>
    public static Sample Median(IReadOnlyList<Sample> samples) => new(
        Middle(samples, sample => sample.Rate), Middle(samples, sample => sample.ServerMicroseconds),
        Middle(samples, sample => sample.ClientMicroseconds), Middle(samples, sample => sample.WalBytes));

    private static double Middle(IReadOnlyList<Sample> samples, Func<Sample, double> figure) =>
        samples.Select(figure).Order().ElementAt(samples.Count / 2);
}
