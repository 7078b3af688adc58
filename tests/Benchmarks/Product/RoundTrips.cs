using System.Diagnostics;
using ApprovalEngine.Benchmarks.Measuring;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>Counts how often a step asks the database: Npgsql tells of each command or batch that it sends.</summary>
internal static class RoundTrips
{
    private const int Steps = 200;

    /// <summary>Round trips for each piece of work of one worker.</summary>
    public static async Task<double> CountAsync(IWork work)
    {
        var (sent, done) = (0, 0);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = _ => Interlocked.Increment(ref sent),
        };
        await work.RunAsync(0, 1, () => done < 10, () => done++); // statements are prepared, connections opened
        (sent, done) = (0, 0);
        ActivitySource.AddActivityListener(listener);
        await work.RunAsync(0, 1, () => done < Steps, () => done++);
        return (double)sent / Steps;
    }
}
