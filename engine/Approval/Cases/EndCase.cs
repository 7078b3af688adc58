using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// A case ends where it stands: the applicant takes it back (a clerk of the window, or the agent who handed it in, enters it), or the
/// head of the centre ends it without a decision on the matter.
/// </summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Decision">Withdrawn or Terminated.</param>
/// <param name="Reason">Kept in the trail.</param>
public sealed record EndCase(Access Access, string? Key, Guid CaseId, string Decision, string Reason) : IRequest<CaseMoved>;

internal sealed class EndCaseValidator : AbstractValidator<EndCase>
{
    public EndCaseValidator()
    {
        RuleFor(command => command.Decision).Must(decision => decision is nameof(Workflow.Runtime.Decision.Withdrawn) or nameof(Workflow.Runtime.Decision.Terminated))
            .WithErrorCode("DecisionUnknown").WithMessage("A case can be ended as Withdrawn or Terminated; a decision on the matter comes from its flow.");
        RuleFor(command => command.Reason).IsGiven(Texts.Long);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class EndCaseHandler(CaseActs acts) : IRequestHandler<EndCase, CaseMoved>
{
    public Task<CaseMoved> Handle(EndCase command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.CaseId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(EndCase), new { command.CaseId, command.Decision, command.Reason }),
        (session, at) => Do(command, session, at),
        cancellationToken);

    /// <summary>What the act does to a case that is held in memory.</summary>
    internal static void Do(EndCase command, CaseSession session, DateTimeOffset at)
    {
        var decision = Enum.Parse<Decision>(command.Decision);
        CaseRights.RequireEnd(command.Access, decision, session);
        if (!session.Case.IsOpen)
        {
            throw new ConflictException("CaseEnded", $"Case {session.Case.CaseNo} has ended already ({session.Case.Decision?.ToString() ?? session.Case.Status.ToString()}).", new { at = session.Case.ClosedAt });
        }

        var note = new StepNote("CaseEnded") { Outcome = command.Decision, Opinion = command.Reason };
        session.Act(at, command.Access.UserName, new Stimulus.EndCase(decision, command.Reason), note);
    }
}
