namespace ApprovalEngine.Workflow.Runtime;

/// <summary>
/// What one step may do before it is stopped, together with all instances that it executes inside. Counted, so that a step has one outcome on
/// every machine; far above what a step of a real flow does.
/// </summary>
/// <param name="Activities">Activities that run without waiting.</param>
/// <param name="Statements">JavaScript statements of all scripts together.</param>
public sealed record StepBudget(int Activities, int Statements)
{
    /// <summary>Of every step that is kept.</summary>
    public static readonly StepBudget Ordinary = new(10_000, 1_000_000);
}
