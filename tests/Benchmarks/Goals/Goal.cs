namespace ApprovalEngine.Benchmarks.Goals;

/// <summary>A figure with what is wanted of it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Wanted">The bound.</param>
/// <param name="IsAtLeast">The bound is a least value; else a greatest.</param>
/// <param name="Unit">Behind both numbers, for instance " ms"; empty for a ratio.</param>
internal sealed record Goal(string Name, double Measured, double Wanted, bool IsAtLeast, string Unit = "")
{
    /// <summary>Whether the bound is kept.</summary>
    public bool IsMet => IsAtLeast ? Measured >= Wanted : Measured <= Wanted;

    /// <summary>A figure that must be so large at least.</summary>
    public static Goal AtLeast(string name, double measured, double wanted, string unit = "") => new(name, measured, wanted, true, unit);

    /// <summary>A figure that must be so large at most.</summary>
    public static Goal AtMost(string name, double measured, double wanted, string unit = "") => new(name, measured, wanted, false, unit);

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"goal {Name}: measured {Measured:0.00}{Unit}, wanted {(IsAtLeast ? ">=" : "<=")} {Wanted:0.00}{Unit}, {(IsMet ? "met" : "missed")}");
}
