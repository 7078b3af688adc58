using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A person puts several tasks back on offer; each as <see cref="ReleaseTask"/> would put it back.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key for the whole; null for none.</param>
/// <param name="TaskIds">The tasks.</param>
public sealed record ReleaseTasks(Access Access, string? Key, IReadOnlyList<Guid> TaskIds) : IRequest<ManyDone>;

internal sealed class ReleaseTasksValidator() : RoundValidator<ReleaseTasks>(command => command.TaskIds, command => command.Key);

internal sealed class ReleaseTasksHandler(TaskRounds rounds) : IRequestHandler<ReleaseTasks, ManyDone>
{
    public Task<ManyDone> Handle(ReleaseTasks command, CancellationToken cancellationToken) => rounds.EachAsync(
        command.Access, command.Key, nameof(ReleaseTask), command.TaskIds, taskId => new { TaskId = taskId },
        (session, task, at) => ReleaseTaskHandler.Release(session, task, at, command.Access), cancellationToken);
}
