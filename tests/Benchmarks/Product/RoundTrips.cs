using System.Diagnostics;
using ApprovalEngine.Benchmarks.Measuring;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>Counts how often a step asks the database: Npgsql tells of each command or batch that it sends.</summary>
internal static class RoundTrips
{
    private const int Steps = 200;

    /// <summary>Round trips of the median piece of work of one worker: once a second one of them also looks whether what is cached still holds.</summary>
    public static async Task<double> CountAsync(IWork work)
    {
        var (sent, done, counts) = (0, 0, new List<int>());
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = _ => Interlocked.Increment(ref sent),
        };
        await work.RunAsync(0, 1, () => done < 10, () => done++); // statements are prepared, connections opened
        ActivitySource.AddActivityListener(listener);
        await work.RunAsync(0, 1, () => counts.Count < Steps, () => counts.Add(Interlocked.Exchange(ref sent, 0)));
        return counts.Order().ElementAt(Steps / 2);
    }
}
