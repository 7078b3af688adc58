namespace ApprovalEngine.Workflow.Expressions;

/// <summary>Numbers that follow from the step's seed (SplitMix64), the same on every machine and version.</summary>
internal sealed class StepRandom(ulong seed)
{
    private ulong state = seed;

    /// <summary>The next number from 0 to below 1.</summary>
    public double Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }
}
