using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Somebody who has a part in the case asks for a task to be dealt with (催辦): once a local day and three times in all, and it shows.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Text">Told to whoever has it; null for the usual words.</param>
public sealed record UrgeTask(Access Access, string? Key, Guid TaskId, string? Text) : IRequest<CaseMoved>;

internal sealed class UrgeTaskValidator : AbstractValidator<UrgeTask>
{
    public UrgeTaskValidator()
    {
        RuleFor(command => command.Text).IsText(Texts.Short);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class UrgeTaskHandler(TaskActs acts, CaseSight sight) : IRequestHandler<UrgeTask, CaseMoved>
{
    public async Task<CaseMoved> Handle(UrgeTask command, CancellationToken cancellationToken)
    {
        var access = command.Access;
        await sight.RequirePartAsync(access, CaseIds.CaseOf(command.TaskId), cancellationToken);
        return await acts.RunAsync(
            access,
            command.TaskId,
            IdempotencyKey.Bind(access.UserName, command.Key, nameof(UrgeTask), new { command.TaskId, command.Text }),
            (session, task, at) =>
            {
                if (task.Assignee == access.UserName)
                {
                    throw new RuleBrokenException("UrgedOneself", "You have this task yourself; somebody else may urge you.");
                }

                session.Act(at, access.UserName, new Stimulus.UrgeTask(task.Id), new StepNote("TaskUrged") { TaskNo = task.Id, Opinion = command.Text });
            },
            cancellationToken);
    }
}
