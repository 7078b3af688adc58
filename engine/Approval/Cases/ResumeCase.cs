using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>The head of the centre or a supervisor lets a stopped case go on before its day.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Reason">Kept in the trail.</param>
public sealed record ResumeCase(Access Access, string? Key, Guid CaseId, string Reason) : IRequest<CaseMoved>;

internal sealed class ResumeCaseValidator : AbstractValidator<ResumeCase>
{
    public ResumeCaseValidator()
    {
        RuleFor(command => command.Reason).IsGiven(Texts.Long);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class ResumeCaseHandler(CaseActs acts) : IRequestHandler<ResumeCase, CaseMoved>
{
    public Task<CaseMoved> Handle(ResumeCase command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.CaseId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(ResumeCase), new { command.CaseId, command.Reason }),
        (session, at) => Do(command, session, at),
        cancellationToken);

    /// <summary>What the act does to a case that is held in memory.</summary>
    internal static void Do(ResumeCase command, CaseSession session, DateTimeOffset at)
    {
        CaseRights.RequireSuspension(command.Access, session);
        session.Act(at, command.Access.UserName, new Stimulus.ResumeCase(command.Reason), new StepNote("CaseResumed") { Opinion = command.Reason });
    }
}
