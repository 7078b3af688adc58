namespace ApprovalEngine.Benchmarks.Measuring;

/// <summary>How much is loaded and how long each run takes.</summary>
/// <param name="Open">Open cases on either side.</param>
/// <param name="Closed">Closed cases on either side.</param>
/// <param name="Rounds">Runs of either side in turn.</param>
/// <param name="Span">Length of a run, its warm-up aside.</param>
/// <param name="ManyTimers">Open cases that "many" means for the sweeps.</param>
internal sealed record Effort(int Open, int Closed, int Rounds, TimeSpan Span, int ManyTimers)
{
    /// <summary>A centre of a city (domain.md, S02).</summary>
    public static Effort Full { get; } = new(100_000, 446_000, 5, TimeSpan.FromSeconds(8), 1_000_000);

    /// <summary>Enough to see where it stands, in a few minutes.</summary>
    public static Effort Quick { get; } = new(20_000, 50_000, 3, TimeSpan.FromSeconds(3), 1_000_000);
}
