using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>The tasks of a list that are marked to be dealt with at once. Only what is shown can be marked: what is marked is what is meant.</summary>
public sealed class TaskSelection
{
    private readonly Dictionary<Guid, TaskListed> marked = [];

    /// <summary>The tasks, in the order in which they were marked.</summary>
    public IReadOnlyCollection<TaskListed> Tasks => marked.Values;

    /// <summary>No more can be marked.</summary>
    public bool IsFull => marked.Count >= ManyDone.Most;

    /// <summary>Whether a task is marked.</summary>
    public bool Has(Guid taskId) => marked.ContainsKey(taskId);

    /// <summary>Marks a task, or takes the mark away; false where no more can be marked.</summary>
    public bool Toggle(TaskListed task)
    {
        if (marked.Remove(task.TaskId))
        {
            return true;
        }

        return !IsFull && marked.TryAdd(task.TaskId, task);
    }

    /// <summary>Marks all that are of the step of the one that was marked first, as many as can be.</summary>
    public void AddSameStep(IEnumerable<TaskListed> shown)
    {
        if (marked.Values.FirstOrDefault() is not { } first)
        {
            return;
        }

        foreach (var task in shown.Where(task => IsOfStep(task, first) && !Has(task.TaskId)).Take(ManyDone.Most - marked.Count).ToList())
        {
            marked.Add(task.TaskId, task);
        }
    }

    /// <summary>The list was read again: what has left it is marked no more, what has changed is taken as it is now.</summary>
    public void Follow(IEnumerable<TaskListed> shown)
    {
        var now = shown.ToDictionary(task => task.TaskId);
        foreach (var taskId in marked.Keys.ToList())
        {
            if (now.TryGetValue(taskId, out var task))
            {
                marked[taskId] = task;
            }
            else
            {
                marked.Remove(taskId);
            }
        }
    }

    /// <summary>The same marks, which stay as they are whatever becomes of these.</summary>
    public TaskSelection Copy()
    {
        var copy = new TaskSelection();
        foreach (var (taskId, task) in marked)
        {
            copy.marked.Add(taskId, task);
        }

        return copy;
    }

    /// <summary>Takes all marks away.</summary>
    public void Clear() => marked.Clear();

    /// <summary>Key of the reason why they cannot be given one answer; null when they can.</summary>
    public string? WhyNotTogether => marked.Count == 0 ? "Bulk.Nothing"
        : marked.Values.Any(task => !IsOfStep(task, marked.Values.First())) ? "Bulk.OneStep"
        : marked.Values.Any(task => !task.AllowsBulkAnswers) ? "Bulk.NotAllowed"
        : null;

    /// <summary>The answers that all of them take.</summary>
    public IReadOnlyList<string> Outcomes => marked.Count == 0 ? [] : [.. marked.Values.Select(task => task.Outcomes).Aggregate((some, others) => [.. some.Intersect(others)])];

    private static bool IsOfStep(TaskListed task, TaskListed other) => task.Item == other.Item && task.ActivityId == other.ActivityId;
}
