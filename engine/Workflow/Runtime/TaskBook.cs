using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>The open tasks of a run, and who answered which step.</summary>
internal sealed class TaskBook(Run run)
{
    private readonly List<OpenTask> open = [.. run.Before.Tasks];
    private int last = run.Before.Counters.Task;

    /// <summary>The open tasks, by number.</summary>
    public IReadOnlyList<OpenTask> Open => open;

    /// <summary>Number of the last task.</summary>
    public int Last => last;

    /// <summary>Who answered a step last, by the step's id.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Doers { get; private set; } = run.Before.Doers;

    /// <summary>An open task; null when there is none of this number.</summary>
    public OpenTask? Find(int id) => open.Find(task => task.Id == id);

    /// <summary>The open tasks of a frame.</summary>
    public IReadOnlyList<OpenTask> Of(Frame frame) => open.FindAll(task => task.Frame == frame.Id);

    /// <summary>Opens a task on a frame; number and frame are given here.</summary>
    public OpenTask Add(Frame frame, OpenTask task) => Add(frame.Id, task);

    /// <summary>Opens a task on a frame of this number.</summary>
    public OpenTask Add(int frame, OpenTask task)
    {
        var numbered = task with { Id = ++last, Frame = frame };
        open.Add(numbered);
        run.Effects.Add(new Effect.TaskOpened(numbered));
        return numbered;
    }

    /// <summary>Keeps a changed task. Derived values change silently, a new holder is told.</summary>
    public void Update(OpenTask task, bool isReassigned = false)
    {
        open[open.FindIndex(before => before.Id == task.Id)] = task;
        if (isReassigned)
        {
            run.Effects.Add(new Effect.TaskReassigned(task));
        }
    }

    /// <summary>Closes a task, and the parts of it that added signers have.</summary>
    public void Close(OpenTask task, TaskEnd end, string? outcome = null)
    {
        if (open.RemoveAll(other => other.Id == task.Id) == 0)
        {
            return;
        }

        run.Effects.Add(new Effect.TaskClosed(task, end, outcome));
        foreach (var part in open.FindAll(other => other.Parent == task.Id))
        {
            Close(part, end == TaskEnd.Completed ? TaskEnd.Cancelled : end);
        }
    }

    /// <summary>Keeps a task that people see otherwise from now on.</summary>
    public void Change(OpenTask task)
    {
        Update(task);
        run.Effects.Add(new Effect.TaskChanged(task));
    }

    /// <summary>Closes what is open on a frame.</summary>
    public void CloseAll(Frame frame, TaskEnd end)
    {
        foreach (var task in Of(frame))
        {
            Close(task, end);
        }
    }

    /// <summary>Keeps in mind who answered a step.</summary>
    /// <param name="activityId">The step.</param>
    /// <param name="user">User name.</param>
    /// <param name="isFirst">The first answer of this opening of the step: earlier doers are forgotten.</param>
    public void Remember(string activityId, string user, bool isFirst = true) =>
        Doers = Doers.SetItem(activityId, isFirst ? [user] : [.. Doers.GetValueOrDefault(activityId, []).Append(user).Distinct()]);
}
