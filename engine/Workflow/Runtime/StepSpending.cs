using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>What is left of a step's budget. A flow that never waits must end somewhere, also one that executes others in a loop.</summary>
internal sealed class StepSpending(StepBudget budget)
{
    private int activities;
    private ScriptBudget? scripts;

    /// <summary>What is left for scripts.</summary>
    public ScriptBudget Scripts => scripts ??= new ScriptBudget(budget.Statements);

    /// <summary>One more activity runs.</summary>
    /// <exception cref="ActivityFaultException">It is one too many.</exception>
    public void CountActivity()
    {
        if (activities == budget.Activities)
        {
            throw new ActivityFaultException(FaultKind.TooMuch, $"More than {budget.Activities} activities ran without waiting.");
        }

        activities++;
    }
}
