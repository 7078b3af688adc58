using ApprovalEngine.Benchmarks.Measuring;

namespace ApprovalEngine.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Effort">How much is loaded and how long each run takes.</param>
/// <param name="Only">One of <see cref="Parts"/>; null for all.</param>
internal sealed record BenchOptions(Effort Effort, string? Only)
{
    public const string Usage = "tests/bench [--quick] [--only core|steps|starts|opening|requests|sweeps]";

    /// <summary>What can be measured by itself.</summary>
    public static readonly string[] Parts = ["core", "steps", "starts", "opening", "requests", "sweeps"];

    /// <summary>Reads it; null when something in it is not known.</summary>
    public static BenchOptions? Read(ReadOnlySpan<string> arguments) => Read(arguments, new BenchOptions(Effort.Full, null));

    private static BenchOptions? Read(ReadOnlySpan<string> arguments, BenchOptions options) => arguments switch
    {
        [] => options,
        ["--quick", .. var more] => Read(more, options with { Effort = Effort.Quick }),
        ["--only", var part, .. var more] when Parts.Contains(part) => Read(more, options with { Only = part }),
        _ => null,
    };
}
