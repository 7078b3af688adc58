using System.Globalization;

namespace ApprovalEngine.Crash;

/// <summary>What a run did and found.</summary>
internal sealed record CrashReport(
    int Seed, IReadOnlyDictionary<string, List<TimeSpan>> Recoveries, int Answers, int Retries, string Counts, string Outside, TimeSpan Took, IReadOnlyList<string> Findings)
{
    public IEnumerable<string> Lines()
    {
        yield return Text($"seed {Seed}, {Took.TotalSeconds:F0} s, {Answers} steps answered, {Retries} requests sent again");
        foreach (var (kind, times) in Recoveries.OrderBy(pair => pair.Key))
        {
            var sorted = times.Order().ToList();
            yield return Text($"{kind}: {sorted.Count} times, working again after {sorted[sorted.Count / 2].TotalSeconds:F2} s (median), {sorted[^1].TotalSeconds:F2} s at most");
        }

        yield return Counts;
        yield return Outside;
        foreach (var finding in Findings)
        {
            yield return $"FINDING {finding}";
        }

        yield return Findings.Count == 0 ? "nothing lost, nothing doubled" : $"{Findings.Count} findings";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
