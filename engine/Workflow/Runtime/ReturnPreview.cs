using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>What a return to a step would do, worked out by doing it on the state and throwing the result away; to be shown before the act.</summary>
/// <param name="Cancelled">Tasks that it would cancel.</param>
/// <param name="Opened">Tasks that it would open.</param>
/// <param name="Kept">Tasks that would stay open: parallel work that does not lie forward of the step.</param>
/// <param name="DroppedTimers">Keys of the timers that would no longer be armed.</param>
public sealed record ReturnPreview(ImmutableArray<OpenTask> Cancelled, ImmutableArray<OpenTask> Opened, ImmutableArray<OpenTask> Kept, ImmutableArray<string> DroppedTimers)
{
    /// <summary>Previews a return.</summary>
    /// <param name="flow">The compiled definition.</param>
    /// <param name="state">Where the case stands.</param>
    /// <param name="activityId">The step to go back to.</param>
    /// <param name="taskId">The open task from which the return is made; null when it is not made from a task.</param>
    /// <param name="context">Instant, calendar, facts and seed.</param>
    /// <exception cref="ActRefusedException">The return is not possible.</exception>
    public static ReturnPreview Of(CompiledFlow flow, FlowState state, string activityId, int? taskId, FlowContext context)
    {
        ArgumentNullException.ThrowIfNull(state);
        var transition = Interpreter.Advance(flow, state, new Stimulus.ReturnTo(activityId, taskId), context);
        var closed = transition.Effects.OfType<Effect.TaskClosed>().Select(effect => effect.Task.Id).ToHashSet();
        return new ReturnPreview(
            [.. state.Tasks.Where(task => closed.Contains(task.Id))],
            [.. transition.State.Tasks.Where(task => state.Tasks.All(before => before.Id != task.Id))],
            [.. state.Tasks.Where(task => !closed.Contains(task.Id))],
            [.. transition.Effects.OfType<Effect.TimerDropped>().Select(effect => effect.Key)]);
    }

    /// <summary>The steps with tasks of people that a return can lead to, in document order.</summary>
    /// <param name="flow">The compiled definition.</param>
    /// <param name="state">Where the case stands.</param>
    /// <param name="taskId">The open task from which the return is made; null when it is not made from a task.</param>
    /// <param name="context">Instant, calendar, facts and seed.</param>
    public static ImmutableArray<string> Targets(CompiledFlow flow, FlowState state, int? taskId, FlowContext context)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(state);
        return [.. flow.Activities.Values
            .Where(activity => state.Ran.Contains(activity.Index) && state.Doers.ContainsKey(activity.Id))
            .OrderBy(activity => activity.Index)
            .Select(activity => activity.Id)
            .Where(IsPossible)];

        bool IsPossible(string activityId)
        {
            try
            {
                _ = Interpreter.Advance(flow, state, new Stimulus.ReturnTo(activityId, taskId), context);
                return true;
            }
            catch (ActRefusedException)
            {
                return false;
            }
        }
    }
}
