using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A person puts several tasks back on offer; each as <see cref="ReleaseTask"/> would put it back.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key for the whole; null for none.</param>
/// <param name="TaskIds">The tasks.</param>
public sealed record ReleaseTasks(Access Access, string? Key, IReadOnlyList<Guid> TaskIds) : IRequest<ManyDone>;

internal sealed class ReleaseTasksValidator : AbstractValidator<ReleaseTasks>
{
    public ReleaseTasksValidator()
    {
        RuleFor(command => command.TaskIds).AreSomeTasks();
        RuleFor(command => command.Key).IsKey();
        RuleFor(command => command.Key).IsKeyOfRound();
    }
}

internal sealed class ReleaseTasksHandler(TaskActs acts, TaskRounds rounds) : IRequestHandler<ReleaseTasks, ManyDone>
{
    public Task<ManyDone> Handle(ReleaseTasks command, CancellationToken cancellationToken) => rounds.EachAsync(
        command.TaskIds,
        taskId => acts.RunAsync(
            command.Access,
            taskId,
            IdempotencyKey.Bind(command.Access.UserName, TaskRounds.KeyOf(command.Key, taskId), nameof(ReleaseTask), new { TaskId = taskId }),
            (session, task, at) => ReleaseTaskHandler.Release(session, task, at, command.Access),
            cancellationToken));
}
