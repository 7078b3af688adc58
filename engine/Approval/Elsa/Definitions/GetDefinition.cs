using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>A version of a definition by the definition's id.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">Which.</param>
/// <param name="VersionOptions">Which version; null for the newest.</param>
public sealed record GetDefinition(Access Access, string DefinitionId, string? VersionOptions) : IRequest<JsonObject>;

/// <summary>A version of a definition by its own key.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Id">The version's key.</param>
public sealed record GetDefinitionVersion(Access Access, string Id) : IRequest<JsonObject>;

/// <summary>Several versions by their keys; those that are not there are left out.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Ids">The versions' keys.</param>
public sealed record GetDefinitionVersions(Access Access, IReadOnlyList<string> Ids) : IRequest<IReadOnlyList<JsonObject>>;

internal sealed class GetDefinitionHandlers(ApprovalDbContext context, ElsaPresenter presenter)
    : IRequestHandler<GetDefinition, JsonObject>, IRequestHandler<GetDefinitionVersion, JsonObject>, IRequestHandler<GetDefinitionVersions, IReadOnlyList<JsonObject>>
{
    public async Task<JsonObject> Handle(GetDefinition request, CancellationToken cancellationToken)
    {
        var (access, definitionId, versions) = request;
        access.Require(Role.Administrator);
        var row = await context.Flows(access.CentreId, definitionId).Chosen(versions, definitionId, cancellationToken);
        return (await presenter.Whole(access, cancellationToken))(row);
    }

    public async Task<JsonObject> Handle(GetDefinitionVersion request, CancellationToken cancellationToken)
    {
        request.Access.Require(Role.Administrator);
        var row = await context.FlowById(request.Access.CentreId, request.Id, cancellationToken);
        return (await presenter.Whole(request.Access, cancellationToken))(row);
    }

    public async Task<IReadOnlyList<JsonObject>> Handle(GetDefinitionVersions request, CancellationToken cancellationToken)
    {
        var (access, ids) = request;
        access.Require(Role.Administrator);
        var rows = await context.Set<FlowVersion>().AsNoTracking()
            .Where(flow => flow.CentreId == access.CentreId && ids.Contains(flow.Id)).OrderBy(flow => flow.CreatedAt).ToListAsync(cancellationToken);
        return [.. rows.Select(await presenter.Whole(access, cancellationToken))];
    }
}
