using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.AdminUi.Review;

/// <summary>What became of several tasks, and what they are called: one that has gone meanwhile has left the list before its refusal is told.</summary>
/// <param name="Done">One entry a task.</param>
/// <param name="Names">Numbers and applicants by task.</param>
/// <param name="Item">What they are applications for, by whose papers one was refused; null where none was.</param>
public sealed record Told(ManyDone Done, IReadOnlyDictionary<Guid, string> Names, ItemView? Item = null)
{
    /// <summary>What tasks are called.</summary>
    public static IReadOnlyDictionary<Guid, string> NamesOf(IEnumerable<TaskListed> tasks) => tasks.ToDictionary(task => task.TaskId, task => $"{task.CaseNo} {task.Applicant}");
}
