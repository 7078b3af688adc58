using ApprovalEngine.Workflow.Activities.Approval;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Migration;

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
    public static Transition Advance(CompiledFlow flow, FlowState state, Stimulus stimulus, FlowContext context)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(stimulus);
        ArgumentNullException.ThrowIfNull(context);
        if (stimulus is Stimulus.Migrate move)
        {
            return Migrator.Apply(move, state, context);
        }

        var run = RunLoader.Load(flow, state, stimulus, context);
        if (run.Status == FlowStatus.Finished)
        {
            // A fault leaves its waiting places listed; they can be met, but nothing follows any more.
            return stimulus.IsPersonsAct()
                ? throw new ActRefusedException("CaseEnded", "The flow of this case has ended.")
                : new Transition(state, [], Resumption.Meets(run, stimulus));
        }

        if (run.Clock.Stop is not null && stimulus.WaitsForResumption())
        {
            throw new ActRefusedException("CaseSuspended", "The case is suspended: nothing can be done on it until it goes on.");
        }

        if (stimulus is Stimulus.Withdraw withdrawal)
        {
            return Withdrawal.Apply(state, withdrawal.To, context);
        }

        var matched = Apply(run, stimulus);
        if (matched == 0)
        {
            return new Transition(state, [], 0);
        }

        run.Drain();
        return RunFreezer.Freeze(run, matched);
    }

    private static int Apply(Run run, Stimulus stimulus) => stimulus switch
    {
        Stimulus.Start start => Resumption.Start(run, start),
        Stimulus.EventReceived happened => Resumption.Event(run, happened),
        Stimulus.TaskResult result => Resumption.TaskResult(run, result),
        Stimulus.TimerDue due => Resumption.Timer(run, due),
        Stimulus.ServiceAnswered answer => Resumption.Service(run, answer),
        Stimulus.ReturnTo back => Returns.Apply(run, back),
        Stimulus.Cancel => Resumption.Cancel(run),
        // Timers follow from state and calendar after every step: there is nothing else to do.
        Stimulus.Recalculate => run.SubStatus == FlowSubStatus.Pending ? 0 : 1,
        _ => CaseActs.Apply(run, stimulus),
    };
}
