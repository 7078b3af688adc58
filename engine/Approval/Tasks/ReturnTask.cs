using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A person returns the case from a task to an earlier step (退回): what is open forward of it is withdrawn, answers stay as history.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="TaskId">The task from which it is returned.</param>
/// <param name="ToActivity">Id of the step to go back to.</param>
/// <param name="Reason">Told to whoever gets it back.</param>
public sealed record ReturnTask(Access Access, string? Key, Guid TaskId, string ToActivity, string Reason) : IRequest<CaseMoved>;

internal sealed class ReturnTaskValidator : AbstractValidator<ReturnTask>
{
    public ReturnTaskValidator()
    {
        RuleFor(command => command.ToActivity).IsGiven(Texts.Short);
        RuleFor(command => command.Reason).IsGiven(Texts.Long);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class ReturnTaskHandler(TaskActs acts) : IRequestHandler<ReturnTask, CaseMoved>
{
    public Task<CaseMoved> Handle(ReturnTask command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.TaskId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(ReturnTask), new { command.TaskId, command.ToActivity, command.Reason }),
        (session, task, at) =>
        {
            var absent = TaskRights.RequireActor(command.Access, task, session, at);
            session.Act(at, command.Access.UserName, new Stimulus.ReturnTo(command.ToActivity, task.Id), new StepNote("TaskReturned")
            {
                TaskNo = task.Id,
                Opinion = command.Reason,
                OnBehalfOf = absent,
                Details = new JsonObject { ["to"] = command.ToActivity },
            });
        },
        cancellationToken);
}
