using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>The holder of a task lets another person sign too (加簽), before, after or beside the answer.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="TaskId">The task.</param>
/// <param name="User">User name of the signer; only people within the case's scope.</param>
/// <param name="Place">Before, After or Beside.</param>
/// <param name="Reason">What is asked; null for nothing.</param>
public sealed record AddSigner(Access Access, string? Key, Guid TaskId, string User, string Place, string? Reason) : IRequest<CaseMoved>;

internal sealed class AddSignerValidator : AbstractValidator<AddSigner>
{
    public AddSignerValidator()
    {
        RuleFor(command => command.User).IsGiven(Texts.Short);
        RuleFor(command => command.Place).Must(place => Enum.TryParse<SignerPlace>(place, ignoreCase: true, out var known) && Enum.IsDefined(known))
            .WithErrorCode("PlaceUnknown").WithMessage("A signer signs Before, After or Beside.");
        RuleFor(command => command.Reason).IsText(Texts.Long);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class AddSignerHandler(TaskActs acts) : IRequestHandler<AddSigner, CaseMoved>
{
    public Task<CaseMoved> Handle(AddSigner command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.TaskId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(AddSigner), new { command.TaskId, command.User, command.Place, command.Reason }),
        (session, task, at) =>
        {
            var absent = TaskRights.RequireActor(command.Access, task, session, at);
            var signer = CaseReach.RequireSigner(session, command.User, "user").UserName;
            var place = Enum.Parse<SignerPlace>(command.Place, ignoreCase: true);
            session.Act(at, command.Access.UserName, new Stimulus.AddSigner(task.Id, signer, place), new StepNote("SignerAdded")
            {
                TaskNo = task.Id,
                Opinion = command.Reason,
                OnBehalfOf = absent,
                Details = new JsonObject { ["signer"] = signer, ["place"] = place.ToString() },
            });
        },
        cancellationToken);
}
