using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Incidents;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Runtime;
using MediatR;

namespace ApprovalEngine.Approval.Incidents;

/// <summary>What can be chosen from when an incident is decided: steps to return to with what each would cancel and open, and variables by name.</summary>
/// <param name="Access">Who asks; an administrator of the case's unit.</param>
/// <param name="CaseId">The case.</param>
/// <param name="ActivityId">The step that stands as an incident.</param>
public sealed record ShowIncidentChoices(Access Access, Guid CaseId, string ActivityId) : IRequest<IncidentChoices>;

internal sealed class ShowIncidentChoicesHandler(CaseTrials trials, TimeProvider clock) : IRequestHandler<ShowIncidentChoices, IncidentChoices>
{
    public async Task<IncidentChoices> Handle(ShowIncidentChoices query, CancellationToken cancellationToken)
    {
        var session = await trials.OpenAsync(query.Access.CentreId, query.CaseId, cancellationToken);
        query.Access.RequireAt(Role.Administrator, CaseActs.UnitOf(session));
        var (flow, state) = (session.World.Flow, session.Case.State);
        if (state.Incidents.All(incident => incident.ActivityId != query.ActivityId))
        {
            throw new ConflictException("IncidentNotOpen", $"No incident stands on step '{query.ActivityId}'; somebody may have decided it.");
        }

        var context = CaseContext.For(session.Case, session.World, clock.GetUtcNow(), query.Access.UserName, null);
        return new IncidentChoices(
            state.Tasks.Count(IsWork),
            [.. ReturnPreview.Targets(flow, state, null, context).Select(step => Return(session, step, context))],
            [.. flow.Variables.Select(variable => new IncidentVariable(variable.Name, variable.TypeName, variable.IsArray))]);
    }

    private static IncidentReturn Return(CaseSession session, string activityId, FlowContext context)
    {
        var preview = ReturnPreview.Of(session.World.Flow, session.Case.State, activityId, null, context);
        return new IncidentReturn(Listing.Step(session, activityId), preview.Cancelled.Count(IsWork), preview.Opened.Length, preview.Kept.Count(IsWork));
    }

    /// <summary>What people do; an incident's task is the administrator's own.</summary>
    private static bool IsWork(OpenTask task) => task.Kind != TaskKind.Incident;
}
