using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Runs acts on tasks: finds the task in the state that the act changes, and tells who was faster when it is gone.</summary>
public sealed class TaskActs(CaseWriter writer, ClosedTasks closed)
{
    /// <summary>Runs an act on an open task.</summary>
    /// <param name="access">Who acts.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="key">Key under which it happens once.</param>
    /// <param name="act">Checks the right and does it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="ConflictException">The task is no longer open; it says what happened.</exception>
    public async Task<CaseMoved> RunAsync(Access access, Guid taskId, IdempotencyKey? key, Action<CaseSession, OpenTask, DateTimeOffset> act, CancellationToken cancel)
    {
        var (caseId, number) = (CaseIds.CaseOf(taskId), CaseIds.NumberOf(taskId));
        try
        {
            return await writer.RunAsync(
                new CaseAct
                {
                    CentreId = access.CentreId,
                    CaseId = caseId,
                    Key = key,
                    Do = (session, at) => Refusals.Translated(() => act(session, Open(session, number), at)),
                },
                cancel);
        }
        catch (TaskGoneException)
        {
            throw await WhatHappenedAsync(access, caseId, number, cancel);
        }
    }

    private static OpenTask Open(CaseSession session, int number) =>
        session.Case.State.Tasks.FirstOrDefault(task => task.Id == number) ?? throw new TaskGoneException();

    /// <summary>Why a task is not open: how it ended, or that there is none.</summary>
    /// <exception cref="ForbiddenException">How it ended does not concern the person.</exception>
    internal async Task<ApprovalException> WhatHappenedAsync(Access access, Guid caseId, int number, CancellationToken cancel) =>
        await closed.FindAsync(access, caseId, number, cancel) is { } end
            ? new ConflictException("TaskAlreadyAnswered", Sentence(end), end)
            : new NotFoundException("Task", CaseIds.Task(caseId, number));

    private static string Sentence(TaskEnded end) => end.Outcome is { } outcome
        ? $"{end.By} answered this task with {outcome} at {end.At:u}."
        : $"This task was closed at {end.At:u} ({end.End}).";

    private sealed class TaskGoneException : Exception;
}
