using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Migration;

/// <summary>
/// Moves a running instance to another version of its definition. Tokens go where the mapping says with everything they hold: task numbers
/// and holders, loops, arrivals at joins, fired ports, stopped clocks, awaited messages. Nothing runs again that ran.
/// </summary>
internal static class Migrator
{
    /// <exception cref="ActRefusedException">The case cannot be moved; nothing has changed.</exception>
    public static Transition Apply(Stimulus.Migrate move, FlowState state, FlowContext context)
    {
        var plan = move.Plan;
        if (plan.Faults.Concat(plan.FaultsOf(state)).FirstOrDefault() is { } fault)
        {
            throw new ActRefusedException(fault.Code, fault.Message, fault.Where);
        }

        if (state.SubStatus == FlowSubStatus.Pending)
        {
            return new Transition(state, [], 1);
        }

        var (left, begin) = Leave(move, state, context);
        var translation = new StateTranslation(plan, left.State);
        var run = RunLoader.Load(plan.To, translation.Translate(), move, context);
        Keep(run);
        foreach (var (flowchart, step) in translation.Released.Concat(begin.Select(entry => (entry.Parent, entry.Step))))
        {
            run.Schedule(run.Frames.Find(flowchart)!, step);
        }

        run.Drain();
        var arrived = RunFreezer.Freeze(run, 1);
        RequireAlive(state, arrived.State, plan);
        return arrived with { Effects = left.Effects.AddRange(arrived.Effects) };
    }

    /// <summary>Closes, still in the old version, what is to begin anew; its container is not told: the token is only moved.</summary>
    private static (Transition Left, List<(int Parent, ActivityNode Step)> Begin) Leave(Stimulus.Migrate move, FlowState state, FlowContext context)
    {
        var anew = CaseCheck.Kept(move.Plan, state).Where(frame => move.Plan.IsAnew(frame.ActivityId)).ToList();
        if (anew.Count == 0)
        {
            return (new Transition(state, [], 1), []);
        }

        var run = RunLoader.Load(move.Plan.From, state, move, context);
        foreach (var frame in anew)
        {
            run.Remove(run.Frames.Find(frame.Id)!);
        }

        return (RunFreezer.Freeze(run, 1), [.. anew.Select(frame => (frame.Parent!.Value, move.Plan.TargetOf(frame.ActivityId)!))]);
    }

    /// <summary>What goes on takes over what the new version says of it; merges are looked at again, for their ways may have changed.</summary>
    private static void Keep(Run run)
    {
        foreach (var frame in run.Frames.All.ToList())
        {
            run.Disturb(frame);
            try
            {
                ActivityExecutors.Find(frame.Node)?.OnMigrated(run, frame);
            }
            catch (Exception fault) when (fault is ActivityFaultException or ExpressionException { IsWallTime: false })
            {
                throw new ActRefusedException(MigrationFaults.StepCannotBegin, fault.Message, frame.Node.Id);
            }
        }
    }

    private static void RequireAlive(FlowState before, FlowState after, MigrationPlan plan)
    {
        if (after.Status == FlowStatus.Finished)
        {
            throw new ActRefusedException(MigrationFaults.FlowEnded, $"In version {plan.To.Definition.Version} nothing would be left to do: the flow would end by the migration.", plan.To.Root.Id);
        }

        if (after.Incidents.Length > before.Incidents.Length)
        {
            throw new ActRefusedException(MigrationFaults.StepCannotBegin, after.Incidents[^1].Message, after.Incidents[^1].ActivityId);
        }

        if (IsWaiting(before) && !IsWaiting(after))
        {
            throw new ActRefusedException(MigrationFaults.NothingWouldBeOpen, "No task, timer or message would be awaited any more.", plan.To.Root.Id);
        }
    }

    private static bool IsWaiting(FlowState state) => state.Tasks.Length + state.Timers.Length + state.Waits.Length + state.Calls.Length + state.Incidents.Length > 0;
}
