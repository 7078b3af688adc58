using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>Activities about to run, first in, first out: branches advance breadth first, as in Elsa.</summary>
internal sealed class WorkQueue : IReadOnlyCollection<WorkItem>
{
    private readonly List<WorkItem> items = [];

    public int Count => items.Count;

    public void Add(WorkItem item) => items.Add(item);

    public void Clear() => items.Clear();

    public bool TryTake([NotNullWhen(true)] out WorkItem? item)
    {
        item = items.Count > 0 ? items[0] : null;
        if (item is null)
        {
            return false;
        }

        items.RemoveAt(0);
        return true;
    }

    /// <summary>Takes out what is not wanted any more, and gives it back.</summary>
    public IReadOnlyList<WorkItem> Remove(Predicate<WorkItem> unwanted)
    {
        if (items.Count == 0)
        {
            return [];
        }

        var removed = items.FindAll(unwanted);
        items.RemoveAll(unwanted);
        return removed;
    }

    public IEnumerator<WorkItem> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
