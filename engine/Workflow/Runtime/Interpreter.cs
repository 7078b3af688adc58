using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>The flow runtime: one pure function.</summary>
public static class Interpreter
{
    /// <summary>
    /// Moves an instance on until everything in it waits. Throws <see cref="ActRefusedException"/> when a person's act is refused;
    /// nothing has changed then.
    /// </summary>
    /// <param name="flow">The compiled definition.</param>
    /// <param name="state">The state before the step.</param>
    /// <param name="stimulus">What moves it.</param>
    /// <param name="context">Instant, calendar, facts and seed.</param>
    public static Transition Advance(CompiledFlow flow, FlowState state, Stimulus stimulus, FlowContext context) => throw new InvalidOperationException();
}
