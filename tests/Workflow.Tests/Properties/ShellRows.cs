using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Tests.Properties;

/// <summary>The rows of tasks and timers that a shell keeps, written by effects alone.</summary>
internal sealed class ShellRows
{
    private readonly HashSet<int> numbers = [];

    public Dictionary<int, OpenTask> Tasks { get; } = [];

    public Dictionary<string, DateTimeOffset> Timers { get; } = [];

    public void Apply(IEnumerable<Effect> effects)
    {
        foreach (var effect in effects)
        {
            Apply(effect);
        }
    }

    private void Apply(Effect effect)
    {
        switch (effect)
        {
            case Effect.TaskOpened opened:
                CaseChecks.Holds(numbers.Add(opened.Task.Id), "a number is given once");
                Tasks.Add(opened.Task.Id, opened.Task);
                break;
            case Effect.TaskReopened reopened:
                CaseChecks.Holds(numbers.Contains(reopened.Task.Id), "only what was open opens again");
                Tasks.Add(reopened.Task.Id, reopened.Task);
                break;
            case Effect.TaskClosed closed:
                CaseChecks.Holds(Tasks.Remove(closed.Task.Id), "only what is open closes, and once");
                break;
            case Effect.TaskReassigned or Effect.TaskChanged or Effect.TaskUrged:
                var task = effect is Effect.TaskReassigned reassigned ? reassigned.Task : effect is Effect.TaskChanged changed ? changed.Task : ((Effect.TaskUrged)effect).Task;
                CaseChecks.Holds(Tasks.ContainsKey(task.Id), "only what is open changes");
                Tasks[task.Id] = task;
                break;
            case Effect.TimerSet set:
                Timers[set.Timer.Key] = set.Timer.DueAt;
                break;
            case Effect.TimerDropped dropped:
                CaseChecks.Holds(Timers.Remove(dropped.Key), "only an armed timer is dropped");
                break;
        }
    }
}
