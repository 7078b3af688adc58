using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Incidents;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Incidents;

/// <summary>
/// An administrator decides an incident (design.md, "Incidents"): try again, with variables set before where that helps, take another
/// way on, return to a step, or terminate the case.
/// </summary>
/// <param name="Access">Who decides; an administrator of the case's unit.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="CaseId">The case.</param>
/// <param name="ActivityId">The step that stands as an incident.</param>
/// <param name="Decision">What to do.</param>
public sealed record ResolveIncident(Access Access, string? Key, Guid CaseId, string ActivityId, ResolveRequest Decision) : IRequest<CaseMoved>;

internal sealed class ResolveIncidentValidator : AbstractValidator<ResolveIncident>
{
    public ResolveIncidentValidator()
    {
        RuleFor(command => command.Decision.Way).Must(way => Enum.TryParse<IncidentDecision>(way, ignoreCase: true, out var known) && Enum.IsDefined(known))
            .WithErrorCode("WayUnknown").WithMessage("An incident is decided by Retry, TakeOutcome, Return or Terminate.");
        RuleFor(command => command.Decision.Reason).IsGiven(Texts.Long);
        RuleFor(command => command.Decision.Outcome).IsGiven(Texts.Short).When(command => Is(command, IncidentDecision.TakeOutcome));
        RuleFor(command => command.Decision.ToActivity).IsGiven(Texts.Short).When(command => Is(command, IncidentDecision.Return));
        RuleFor(command => command.Decision.Variables).IsSmallJson();
        RuleFor(command => command.Key).IsKey();
    }

    private static bool Is(ResolveIncident command, IncidentDecision way) => string.Equals(command.Decision.Way, way.ToString(), StringComparison.OrdinalIgnoreCase);
}
