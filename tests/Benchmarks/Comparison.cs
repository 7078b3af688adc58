using System.Diagnostics;

namespace ApprovalEngine.Benchmarks;

/// <summary>Runs two ways in turn, several rounds, and compares medians: a busy machine slows both alike.</summary>
internal static class Comparison
{
    public static async Task<(double First, double Second)> MedianRatesAsync(IStepWork first, IStepWork second, int workers, int rounds, TimeSpan span)
    {
        var rates = new[] { new List<double>(), new List<double>() };
        for (var round = 0; round < rounds; round++)
        {
            rates[0].Add(await RateAsync(first, workers, span));
            rates[1].Add(await RateAsync(second, workers, span));
        }

        return (Median(rates[0]), Median(rates[1]));
    }

    private static async Task<double> RateAsync(IStepWork work, int workers, TimeSpan span)
    {
        long done = 0;
        var counting = false;
        var running = true;
        var tasks = Enumerable.Range(0, workers).Select(worker => Task.Run(() => work.RunAsync(
            worker, workers, () => Volatile.Read(ref running), () => _ = Volatile.Read(ref counting) ? Interlocked.Increment(ref done) : 0))).ToArray();
        await Task.WhenAny(Task.WhenAll(tasks), Task.Delay(span / 4)); // warm-up: plans, caches, just-in-time compilation
        var clock = Stopwatch.StartNew();
        Volatile.Write(ref counting, true);
        await Task.WhenAny(Task.WhenAll(tasks), Task.Delay(span));
        Volatile.Write(ref counting, false);
        var rate = Interlocked.Read(ref done) / clock.Elapsed.TotalSeconds;
        Volatile.Write(ref running, false);
        await Task.WhenAll(tasks);
        return rate;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
