using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Who delegated a task takes it back.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="TaskId">The task.</param>
public sealed record RecallTask(Access Access, string? Key, Guid TaskId) : IRequest<CaseMoved>;

internal sealed class RecallTaskHandler(TaskActs acts) : IRequestHandler<RecallTask, CaseMoved>
{
    public Task<CaseMoved> Handle(RecallTask command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.TaskId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(RecallTask), new { command.TaskId }),
        (session, task, at) =>
        {
            var absent = task.Owner is { } owner
                ? TaskRights.RequireHolder(command.Access, owner, task, session, at)
                : throw new ConflictException("TaskNotDelegated", "This task is not delegated.");
            session.Act(at, command.Access.UserName, new Stimulus.RecallTask(task.Id), new StepNote("TaskRecalled") { TaskNo = task.Id, OnBehalfOf = absent });
        },
        cancellationToken);
}
