using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>The holder of a task, or the head of the centre, takes a signer away who has not signed; what waited for them goes on.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="TaskId">The task to which the signer was added.</param>
/// <param name="User">User name of the signer.</param>
public sealed record RemoveSigner(Access Access, string? Key, Guid TaskId, string User) : IRequest<CaseMoved>;

internal sealed class RemoveSignerValidator : AbstractValidator<RemoveSigner>
{
    public RemoveSignerValidator()
    {
        RuleFor(command => command.User).IsGiven(Texts.Short);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class RemoveSignerHandler(TaskActs acts) : IRequestHandler<RemoveSigner, CaseMoved>
{
    public Task<CaseMoved> Handle(RemoveSigner command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.TaskId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(RemoveSigner), new { command.TaskId, command.User }),
        (session, task, at) =>
        {
            var holder = TaskRights.RequireMover(command.Access, task, session, at);
            var transition = session.Act(at, command.Access.UserName, new Stimulus.RemoveSigner(task.Id, command.User), new StepNote("SignerRemoved")
            {
                TaskNo = task.Id,
                OnBehalfOf = holder,
                Details = new JsonObject { ["signer"] = command.User },
            });
            RequiredPapers.Require(session, transition);
        },
        cancellationToken);
}
