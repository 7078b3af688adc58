using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Cases;

/// <summary>A step that was done in memory.</summary>
/// <param name="Step">The step.</param>
/// <param name="Moved">What its caller hears.</param>
/// <param name="Refusal">What its caller hears instead, when it was refused.</param>
/// <param name="Rows">What is to be written first; null when there is nothing.</param>
internal sealed record MovedStep(QueuedStep Step, CaseMoved? Moved, Exception? Refusal, WrittenStep? Rows)
{
    /// <summary>A step whose request was answered before.</summary>
    public static MovedStep Replayed(QueuedStep step, KnownAnswer known)
    {
        try
        {
            return new MovedStep(step, known.For(step.Key!), null, null);
        }
        catch (Errors.RuleBrokenException otherRequest)
        {
            return new MovedStep(step, null, otherRequest, null);
        }
    }

    /// <summary>Tells its caller.</summary>
    public void Answer()
    {
        if (Refusal is { } refusal)
        {
            Step.Fail(refusal);
        }
        else
        {
            Step.Succeed(Moved!);
        }
    }
}
