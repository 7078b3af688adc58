using Jint;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>
/// What the scripts of one step may execute together: a flow that loops through a script that loops would else take hours, each of them
/// within its own limits.
/// </summary>
/// <param name="statements">How many statements.</param>
public sealed class ScriptBudget(int statements)
{
    private int spent;

    private void Take()
    {
        if (spent == statements)
        {
            throw new ExpressionException($"The scripts of one step execute more than {statements} statements together.");
        }

        spent++;
    }

    /// <summary>The limit as an engine asks for it at each statement.</summary>
    internal sealed class Limit(ScriptBudget budget) : Constraint
    {
        /// <inheritdoc/>
        public override void Check() => budget.Take();

        /// <inheritdoc/>
        public override void Reset()
        {
            // It is the step's, not one script's.
        }
    }
}
