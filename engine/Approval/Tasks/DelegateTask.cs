using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>The holder lets another person prepare a task (委派): the other's answer is an advice, and the task comes back.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="TaskId">The task.</param>
/// <param name="ToUser">User name of who advises; only people whose role reaches the task.</param>
/// <param name="Reason">What is asked; null for nothing.</param>
public sealed record DelegateTask(Access Access, string? Key, Guid TaskId, string ToUser, string? Reason) : IRequest<CaseMoved>;

internal sealed class DelegateTaskValidator : AbstractValidator<DelegateTask>
{
    public DelegateTaskValidator()
    {
        RuleFor(command => command.ToUser).IsGiven(Texts.Short);
        RuleFor(command => command.Reason).IsText(Texts.Long);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class DelegateTaskHandler(TaskActs acts) : IRequestHandler<DelegateTask, CaseMoved>
{
    public Task<CaseMoved> Handle(DelegateTask command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.TaskId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(DelegateTask), new { command.TaskId, command.ToUser, command.Reason }),
        (session, task, at) =>
        {
            var absent = TaskRights.RequireActor(command.Access, task, session, at);
            RequireInScope(command.ToUser, task, session);
            session.Act(at, command.Access.UserName, new Stimulus.DelegateTask(task.Id, command.ToUser), new StepNote("TaskDelegated")
            {
                TaskNo = task.Id,
                Opinion = command.Reason,
                OnBehalfOf = absent,
                Details = new JsonObject { ["to"] = command.ToUser },
            });
        },
        cancellationToken);

    private static void RequireInScope(string user, OpenTask task, CaseSession session)
    {
        if (session.World.Directory.FindPerson(user) is not { IsActive: true } person)
        {
            throw new RuleBrokenException("PersonUnknown", $"There is no active person '{user}'.", "toUser");
        }

        if (RefusalOf(person, task, session) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>
    /// Why a person cannot be asked for advice; null when they can. Advice needs the role and its reach, not the post: an officer prepares
    /// what the head of the section decides.
    /// </summary>
    internal static RuleBrokenException? RefusalOf(PersonEntry person, OpenTask task, CaseSession session) =>
        !person.Answers(TaskRights.UnitOf(task, session), TaskRole.Of(task), null)
            ? new("OutOfScope", $"'{person.UserName}' does not hold the role that this step asks for in the case's scope.", "toUser")
            : TransferTaskHandler.FourEyes(person.UserName, task);
}
