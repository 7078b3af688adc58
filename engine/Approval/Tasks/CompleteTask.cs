using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>A person answers a task; the case moves on in the same transaction. A task on offer can be answered at once.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Outcome">One of the task's outcomes.</param>
/// <param name="Opinion">What the person writes to it; null for nothing.</param>
/// <param name="Data">Values of the step's form; null for none.</param>
public sealed record CompleteTask(Access Access, string? Key, Guid TaskId, string Outcome, string? Opinion, JsonObject? Data) : IRequest<CaseMoved>;

internal sealed class CompleteTaskValidator : AbstractValidator<CompleteTask>
{
    public CompleteTaskValidator()
    {
        RuleFor(command => command.Outcome).IsGiven(Texts.Short);
        RuleFor(command => command.Opinion).IsText(Texts.Long);
        RuleFor(command => command.Data).IsSmallJson();
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class CompleteTaskHandler(TaskActs acts) : IRequestHandler<CompleteTask, CaseMoved>
{
    public Task<CaseMoved> Handle(CompleteTask command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.TaskId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(CompleteTask), new { command.TaskId, command.Outcome, command.Opinion, command.Data }),
        (session, task, at) =>
        {
            var absent = TaskRights.RequireActor(command.Access, task, session, at);
            session.Act(at, command.Access.UserName, new Stimulus.CompleteTask(task.Id, command.Outcome, command.Data), new StepNote("TaskCompleted")
            {
                TaskNo = task.Id,
                Outcome = command.Outcome,
                Opinion = command.Opinion,
                OnBehalfOf = absent,
                Details = command.Data is { } data ? new JsonObject { ["data"] = data.DeepClone() } : null,
            });
        },
        cancellationToken);
}
