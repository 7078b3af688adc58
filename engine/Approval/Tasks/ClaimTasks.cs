using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A person takes several offered tasks; each as <see cref="ClaimTask"/> would take it.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key for the whole; null for none.</param>
/// <param name="TaskIds">The tasks.</param>
public sealed record ClaimTasks(Access Access, string? Key, IReadOnlyList<Guid> TaskIds) : IRequest<ManyDone>;

internal sealed class ClaimTasksValidator() : RoundValidator<ClaimTasks>(command => command.TaskIds, command => command.Key);

internal sealed class ClaimTasksHandler(TaskRounds rounds) : IRequestHandler<ClaimTasks, ManyDone>
{
    public Task<ManyDone> Handle(ClaimTasks command, CancellationToken cancellationToken) => rounds.EachAsync(
        command.Access, command.Key, nameof(ClaimTask), command.TaskIds, taskId => new { TaskId = taskId },
        (session, task, at) => ClaimTaskHandler.Claim(session, task, at, command.Access), cancellationToken);
}
