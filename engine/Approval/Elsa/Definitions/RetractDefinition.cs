using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Elsa;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>Takes the published version of a definition back for a client of Elsa's.</summary>
/// <param name="Access">Who retracts.</param>
/// <param name="DefinitionId">Which.</param>
public sealed record RetractDefinition(Access Access, string DefinitionId) : IRequest<JsonObject>;

/// <summary>Makes an earlier version the newest draft again for a client of Elsa's.</summary>
/// <param name="Access">Who reverts.</param>
/// <param name="DefinitionId">Which.</param>
/// <param name="Version">The version to go back to.</param>
public sealed record RevertDefinition(Access Access, string DefinitionId, int Version) : IRequest<ElsaDefinitionSummary>;

internal sealed class RetractDefinitionHandlers(ApprovalDbContext context, IMediator mediator) : IRequestHandler<RetractDefinition, JsonObject>, IRequestHandler<RevertDefinition, ElsaDefinitionSummary>
{
    public async Task<JsonObject> Handle(RetractDefinition request, CancellationToken cancellationToken)
    {
        var retracted = await mediator.Send(new RetractFlow(request.Access, request.DefinitionId), cancellationToken);
        return await mediator.Send(new GetDefinitionVersion(request.Access, retracted.Id), cancellationToken);
    }

    public async Task<ElsaDefinitionSummary> Handle(RevertDefinition request, CancellationToken cancellationToken)
    {
        var draft = await mediator.Send(new RevertFlow(request.Access, request.DefinitionId, request.Version), cancellationToken);
        return await context.Set<FlowVersion>().Where(flow => flow.CentreId == request.Access.CentreId && flow.Id == draft.Summary.Id)
            .Select(ElsaPresenter.ToSummary).SingleAsync(cancellationToken);
    }
}
