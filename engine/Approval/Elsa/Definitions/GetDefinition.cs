using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
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
    public async Task<JsonObject> Handle(GetDefinition request, CancellationToken cancellationToken) => await presenter.Definition(
        request.Access,
        await context.Flows(request.Access.CentreId, request.DefinitionId).Chosen(request.VersionOptions, request.DefinitionId, cancellationToken),
        cancellationToken);

    public async Task<JsonObject> Handle(GetDefinitionVersion request, CancellationToken cancellationToken) => await presenter.Definition(
        request.Access,
        await context.FlowById(request.Access.CentreId, request.Id, cancellationToken),
        cancellationToken);

    public async Task<IReadOnlyList<JsonObject>> Handle(GetDefinitionVersions request, CancellationToken cancellationToken)
    {
        var rows = await context.Set<FlowVersion>().AsNoTracking()
            .Where(flow => flow.CentreId == request.Access.CentreId && request.Ids.Contains(flow.Id)).OrderBy(flow => flow.CreatedAt).ToListAsync(cancellationToken);
        var shown = new List<JsonObject>(rows.Count);
        foreach (var row in rows)
        {
            shown.Add(await presenter.Definition(request.Access, row, cancellationToken));
        }

        return shown;
    }
}
