using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Conformance;

/// <summary>What a case came to.</summary>
/// <param name="Name">The case.</param>
/// <param name="Mode">How its flowcharts ran.</param>
/// <param name="IsDefect">Listed apart and not counted.</param>
/// <param name="Difference">Where it first differs, what is expected and what came; null when all agrees.</param>
public sealed record ConformanceResult(string Name, FlowMode Mode, bool IsDefect, string? Difference)
{
    /// <summary>Whether everything came as expected.</summary>
    public bool Agrees => Difference is null;
}
