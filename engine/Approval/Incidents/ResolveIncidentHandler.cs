using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Incidents;

internal sealed class ResolveIncidentHandler(CaseActs acts) : IRequestHandler<ResolveIncident, CaseMoved>
{
    public Task<CaseMoved> Handle(ResolveIncident command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.CaseId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(ResolveIncident), new { command.CaseId, command.ActivityId, command.Decision }),
        (session, at) => Resolve(session, command, at),
        cancellationToken);

    private static void Resolve(CaseSession session, ResolveIncident command, DateTimeOffset at)
    {
        command.Access.RequireAt(Role.Administrator, CaseActs.UnitOf(session));
        if (session.Case.State.Incidents.All(incident => incident.ActivityId != command.ActivityId))
        {
            throw new ConflictException("IncidentNotOpen", $"No incident stands on step '{command.ActivityId}'; somebody may have decided it.");
        }

        var (stimulus, note) = Of(command);
        session.Act(at, command.Access.UserName, stimulus, note);
    }

    private static (Stimulus Stimulus, StepNote Note) Of(ResolveIncident command)
    {
        var decision = command.Decision;
        var way = Enum.Parse<IncidentDecision>(decision.Way, ignoreCase: true);
        var details = new JsonObject { ["activity"] = command.ActivityId, ["way"] = way.ToString(), ["variables"] = decision.Variables?.DeepClone() };
        return way switch
        {
            IncidentDecision.Return => (
                new Stimulus.ReturnTo(decision.ToActivity!),
                new StepNote("CaseReturned") { Opinion = decision.Reason, Details = new JsonObject { ["to"] = decision.ToActivity, ["incident"] = command.ActivityId } }),
            IncidentDecision.Terminate => (
                new Stimulus.EndCase(Decision.Terminated, decision.Reason),
                new StepNote("CaseEnded") { Outcome = nameof(Decision.Terminated), Opinion = decision.Reason, Details = new JsonObject { ["incident"] = command.ActivityId } }),
            IncidentDecision.TakeOutcome => (
                new Stimulus.ResolveIncident(command.ActivityId, IncidentWay.TakeOutcome, decision.Outcome, decision.Variables),
                new StepNote("IncidentResolved") { Outcome = decision.Outcome, Opinion = decision.Reason, Details = details }),
            _ => (
                new Stimulus.ResolveIncident(command.ActivityId, IncidentWay.Retry, null, decision.Variables),
                new StepNote("IncidentResolved") { Opinion = decision.Reason, Details = details }),
        };
    }
}
