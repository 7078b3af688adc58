namespace ApprovalEngine.Crash;

/// <summary>What a run does.</summary>
internal sealed record CrashPlan
{
    /// <summary>Repeats the same order of blows; when they fall and what they meet also depends on the machine.</summary>
    public required int Seed { get; init; }

    /// <summary>How many blows fall in all.</summary>
    public required int Blows { get; init; }

    /// <summary>Workers that lead new cases over HTTP.</summary>
    public int Workers { get; init; } = 6;

    /// <summary>Steps that are answered between two blows at least.</summary>
    public int StepsBetween { get; init; } = 30;

    /// <summary>The longest rest between two blows.</summary>
    public TimeSpan LongestRest { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long everything may take to come to rest after the last blow.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(5);
}
