using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>
/// Takes a person's last act back: the state before it counts again, exactly, but for the numbers, which never run backwards. What has
/// gone outside or has begun since cannot be taken back.
/// </summary>
internal static class Withdrawal
{
    public static Transition Apply(FlowState now, FlowState before, FlowContext context)
    {
        var opened = Missing(now.Tasks, before.Tasks);
        Check(now, before, opened, context);
        var effects = ImmutableArray.CreateBuilder<Effect>();
        effects.AddRange(opened.Select(task => new Effect.TaskClosed(task, TaskEnd.Withdrawn, null)));
        effects.AddRange(Missing(before.Tasks, now.Tasks).Select(task => new Effect.TaskReopened(task)));
        effects.AddRange(before.Tasks.Where(task => now.Tasks.Any(other => other.Id == task.Id && !IsSame(other, task))).Select(task => new Effect.TaskReassigned(task)));
        effects.AddRange(now.Timers.Where(timer => before.Timers.All(other => other.Key != timer.Key)).Select(timer => new Effect.TimerDropped(timer.Key)));
        effects.AddRange(before.Timers.Where(timer => !now.Timers.Contains(timer)).Select(timer => new Effect.TimerSet(timer)));
        return new Transition(before with { Counters = now.Counters }, effects.ToImmutable(), 1);
    }

    private static void Check(FlowState now, FlowState before, List<OpenTask> opened, FlowContext context)
    {
        if (now.Clock?.AcceptedAt != before.Clock?.AcceptedAt)
        {
            throw Refused("The applicant has been told that the application is accepted.");
        }

        if (now.Decision != before.Decision)
        {
            throw Refused("The case has been closed since.");
        }

        if (now.Counters.Document != before.Counters.Document)
        {
            throw Refused("A document has been issued since.");
        }

        if (now.Counters.Call != before.Counters.Call)
        {
            throw Refused("A service outside has been asked since.");
        }

        if (opened.Find(task => IsBegun(task, context)) is { } begun)
        {
            throw new ActRefusedException("WithdrawalNotPossible", $"{begun.Assignee ?? begun.Held?.By} has begun with what followed.", begun.ActivityId);
        }
    }

    /// <summary>A task that names its person is that person's from the beginning; only a claim, an act on it or an answer begins it.</summary>
    private static bool IsBegun(OpenTask task, FlowContext context) =>
        task.Held is not null || task.Owner is not null || !task.Advice.IsEmpty
        || (task.Assignee is { } holder && task.Offer.User is null && holder != context.Actor && holder != context.OnBehalfOf);

    private static List<OpenTask> Missing(ImmutableArray<OpenTask> tasks, ImmutableArray<OpenTask> others) =>
        [.. tasks.Where(task => others.All(other => other.Id != task.Id))];

    private static bool IsSame(OpenTask one, OpenTask other) =>
        one.Assignee == other.Assignee && one.Offer == other.Offer && one.Owner == other.Owner && one.Urged == other.Urged
        && (one.Held is null) == (other.Held is null) && one.Advice.SequenceEqual(other.Advice) && one.SignersAfter.SequenceEqual(other.SignersAfter);

    private static ActRefusedException Refused(string why) => new("WithdrawalNotPossible", why);
}
