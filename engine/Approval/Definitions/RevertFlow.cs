using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Definitions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions;

/// <summary>Makes an earlier version's document the newest draft again; nothing of what lies between is lost.</summary>
/// <param name="Access">Who reverts.</param>
/// <param name="DefinitionId">Which.</param>
/// <param name="Version">The version to go back to.</param>
/// <param name="BuildsOn">The newest version that is meant: a draft that somebody has saved since is not written over. Null for whatever is newest.</param>
public sealed record RevertFlow(Access Access, string DefinitionId, int Version, FlowBase? BuildsOn = null) : IRequest<FlowVersionView>;

internal sealed class RevertFlowHandler(ApprovalDbContext context, IMediator mediator) : IRequestHandler<RevertFlow, FlowVersionView>
{
    public async Task<FlowVersionView> Handle(RevertFlow request, CancellationToken cancellationToken)
    {
        var flows = context.Flows(request.Access.CentreId, request.DefinitionId).AsNoTracking();
        var earlier = await flows.SingleOrDefaultAsync(flow => flow.Version == request.Version, cancellationToken)
            ?? throw new NotFoundException("FlowVersion", $"{request.DefinitionId}/{request.Version}");
        var latest = await flows.Latest(request.DefinitionId, cancellationToken);
        var save = new SaveFlowRequest(JsonNode.Parse(earlier.Document)!.AsObject(), request.BuildsOn ?? new FlowBase(latest.Version, latest.Revision), $"Version {request.Version} again");
        return await mediator.Send(new SaveFlow(request.Access, request.DefinitionId, save), cancellationToken);
    }
}
