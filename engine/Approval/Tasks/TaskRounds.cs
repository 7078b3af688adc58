using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;
using Microsoft.Extensions.Logging;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>
/// Does the same to several tasks. Each is a step of its own with its own checks and its own key; what is refused or fails changes nothing
/// of the others, and is told beside what was done.
/// </summary>
internal sealed class TaskRounds(TaskActs acts, ILogger<TaskRounds> log)
{
    /// <summary>Does it to each; the writer lets those that wait at the same time share their transaction.</summary>
    /// <param name="access">Who acts.</param>
    /// <param name="key">The client's key for the whole; null for none.</param>
    /// <param name="command">Name of the command that is done to each, under which its key is bound.</param>
    /// <param name="tasks">The tasks; one named twice is dealt with once.</param>
    /// <param name="asked">What is asked of one of them, without the key.</param>
    /// <param name="act">Checks the right and does it.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<ManyDone> EachAsync(
        Access access, string? key, string command, IEnumerable<Guid> tasks, Func<Guid, object> asked, Action<CaseSession, OpenTask, DateTimeOffset> act, CancellationToken cancel) =>
        new(await Task.WhenAll(tasks.Distinct().Select(task => TryAsync(
            task, () => acts.RunAsync(access, task, IdempotencyKey.Bind(access.UserName, KeyOf(key, task), command, asked(task)), act, cancel)))));

    /// <summary>The key of one task's step under the client's key for the whole.</summary>
    private static string? KeyOf(string? key, Guid taskId) => key is null ? null : $"{key}:{taskId:N}";

    private async Task<TaskTried> TryAsync(Guid taskId, Func<Task<CaseMoved>> act)
    {
        try
        {
            return new(taskId, await act(), null);
        }
        catch (ApprovalException refused)
        {
            return new(taskId, null, new(refused.Code, refused.Message) { LackingPapers = RequiredPapers.In((refused as RuleBrokenException)?.Faults ?? []) });
        }
        catch (Exception fault) when (fault.IsAway())
        {
            return Refused(taskId, "DatabaseUnavailable", "The database does not answer; try again in a moment.");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The others are done or not whatever happened here: an answer that hid them would be worse than a line in the log.
            log.LogError(fault, "Task {TaskId} could not be dealt with together with others.", taskId);
            return Refused(taskId, "Unexpected", "Something unexpected happened; the log has it.");
        }
    }

    private static TaskTried Refused(Guid taskId, string code, string detail) => new(taskId, null, new(code, detail));
}
