using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Several tasks go to one person (分派); each as <see cref="TransferTask"/> would pass it on, by who has it or the head of the centre over it.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key for the whole; null for none.</param>
/// <param name="Asked">The tasks, to whom they go, and why.</param>
public sealed record TransferTasks(Access Access, string? Key, TransferManyRequest Asked) : IRequest<ManyDone>;

internal sealed class TransferTasksValidator : RoundValidator<TransferTasks>
{
    public TransferTasksValidator()
        : base(command => command.Asked.TaskIds, command => command.Key)
    {
        RuleFor(command => command.Asked.ToUser).IsGiven(Texts.Short);
        RuleFor(command => command.Asked.Reason).IsText(Texts.Long);
    }
}

internal sealed class TransferTasksHandler(TaskRounds rounds) : IRequestHandler<TransferTasks, ManyDone>
{
    public Task<ManyDone> Handle(TransferTasks command, CancellationToken cancellationToken)
    {
        var (access, asked) = (command.Access, command.Asked);
        return rounds.EachAsync(
            access, command.Key, nameof(TransferTasks), asked.TaskIds, taskId => new { TaskId = taskId, asked.ToUser, asked.Reason },
            (session, task, at) =>
            {
                var taskId = CaseIds.Task(session.Case.CaseId, task.Id);
                if (asked.Holders is { } shown && shown.TryGetValue(taskId, out var holder) && holder != task.Assignee)
                {
                    throw new ConflictException("TaskMovedOn", "Somebody else has this task by now; look at it again.");
                }

                TransferTaskHandler.Transfer(session, task, at, new(access, null, taskId, asked.ToUser, null, asked.Reason));
            },
            cancellationToken);
    }
}
