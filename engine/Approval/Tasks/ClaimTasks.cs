using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A person takes several offered tasks; each as <see cref="ClaimTask"/> would take it.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key for the whole; null for none.</param>
/// <param name="TaskIds">The tasks.</param>
public sealed record ClaimTasks(Access Access, string? Key, IReadOnlyList<Guid> TaskIds) : IRequest<ManyDone>;

internal sealed class ClaimTasksValidator : AbstractValidator<ClaimTasks>
{
    public ClaimTasksValidator()
    {
        RuleFor(command => command.TaskIds).AreSomeTasks();
        RuleFor(command => command.Key).IsKey();
        RuleFor(command => command.Key).IsKeyOfRound();
    }
}

internal sealed class ClaimTasksHandler(TaskActs acts, TaskRounds rounds) : IRequestHandler<ClaimTasks, ManyDone>
{
    public Task<ManyDone> Handle(ClaimTasks command, CancellationToken cancellationToken) => rounds.EachAsync(
        command.TaskIds,
        taskId => acts.RunAsync(
            command.Access,
            taskId,
            IdempotencyKey.Bind(command.Access.UserName, TaskRounds.KeyOf(command.Key, taskId), nameof(ClaimTask), new { TaskId = taskId }),
            (session, task, at) => ClaimTaskHandler.Claim(session, task, at, command.Access),
            cancellationToken));
}
