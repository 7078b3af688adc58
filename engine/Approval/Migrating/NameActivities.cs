using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts;
using MediatR;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>What the activities of a published version are called, by id: a migration names its steps so.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">The flow.</param>
/// <param name="Version">Its version.</param>
public sealed record NameActivities(Access Access, string DefinitionId, int Version) : IRequest<IReadOnlyDictionary<string, LocalText>>;

internal sealed class NameActivitiesHandler(OrgDirectory directory, FlowStore flows) : IRequestHandler<NameActivities, IReadOnlyDictionary<string, LocalText>>
{
    public async Task<IReadOnlyDictionary<string, LocalText>> Handle(NameActivities request, CancellationToken cancellationToken)
    {
        await directory.RequireFlowEditor(request.Access, cancellationToken);
        var flow = await flows.Compiled(request.Access.CentreId, request.DefinitionId, request.Version, cancellationToken);
        return flow.Activities.Values.ToDictionary(node => node.Id, node => ActivityTitles.Of(node.Json, node.Id));
    }
}
