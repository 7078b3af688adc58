using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;
using FluentValidation;
using Microsoft.Extensions.Logging;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>
/// Does the same to several tasks. Each is a step of its own with its own checks and its own key; what is refused or fails changes nothing
/// of the others, and is told beside what was done.
/// </summary>
internal sealed class TaskRounds(ILogger<TaskRounds> log)
{
    /// <summary>Does it to each; the writer lets those that wait at the same time share their transaction.</summary>
    /// <param name="tasks">The tasks; one named twice is dealt with once.</param>
    /// <param name="act">What is done to one of them.</param>
    public async Task<ManyDone> EachAsync(IEnumerable<Guid> tasks, Func<Guid, Task<CaseMoved>> act) =>
        new(await Task.WhenAll(tasks.Distinct().Select(task => TryAsync(task, act))));

    /// <summary>The key of one task's step under the client's key for the whole.</summary>
    public static string? KeyOf(string? key, Guid taskId) => key is null ? null : $"{key}:{taskId:N}";

    private async Task<TaskTried> TryAsync(Guid taskId, Func<Guid, Task<CaseMoved>> act)
    {
        try
        {
            return new(taskId, await act(taskId), null);
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

/// <summary>What is checked of several tasks before any is looked at.</summary>
internal static class TaskRoundRules
{
    public static IRuleBuilderOptions<T, IReadOnlyList<Guid>> AreSomeTasks<T>(this IRuleBuilder<T, IReadOnlyList<Guid>> rule) =>
        rule.Must(tasks => tasks is { Count: > 0 and <= ManyDone.Most })
            .WithErrorCode("TaskCount").WithMessage($"1 to {ManyDone.Most} tasks can be dealt with at once.");

    public static IRuleBuilderOptions<T, string?> IsKeyOfRound<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(key => key is null || key.Length <= IdempotencyKey.MaxLength - Guid.Empty.ToString("N").Length - 1)
            .WithErrorCode("IdempotencyKeyInvalid").WithMessage("The key for several tasks must leave room for the key of each.");
}
