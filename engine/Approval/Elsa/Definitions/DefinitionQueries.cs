using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Workflow.Definitions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>All versions of a definition with their documents, newest first, in the bare form in which Elsa stores them.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">Which.</param>
public sealed record ListStoredVersions(Access Access, string DefinitionId) : IRequest<IReadOnlyList<JsonObject>>;

/// <summary>Whether a name is free.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Name">The name.</param>
/// <param name="DefinitionId">The definition that may have it; null for a new one.</param>
public sealed record IsNameUnique(Access Access, string Name, string? DefinitionId) : IRequest<bool>;

/// <summary>How many definitions there are.</summary>
/// <param name="Access">Who asks.</param>
public sealed record CountDefinitions(Access Access) : IRequest<int>;

/// <summary>Ids of the definitions that use one.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">Which.</param>
public sealed record ListConsumers(Access Access, string DefinitionId) : IRequest<IReadOnlyList<string>>;

internal sealed class DefinitionQueryHandlers(ApprovalDbContext context, ElsaPresenter presenter)
    : IRequestHandler<ListStoredVersions, IReadOnlyList<JsonObject>>, IRequestHandler<IsNameUnique, bool>, IRequestHandler<CountDefinitions, int>,
        IRequestHandler<ListConsumers, IReadOnlyList<string>>
{
    private static readonly string[] Shown = ["definitionId", "name", "description", "toolVersion", "options", "variables", "inputs", "outputs", "outcomes", "customProperties"];

    public async Task<IReadOnlyList<JsonObject>> Handle(ListStoredVersions request, CancellationToken cancellationToken)
    {
        request.Access.Require(Role.Administrator);
        var rows = await context.Flows(request.Access.CentreId, request.DefinitionId).AsNoTracking().OrderByDescending(flow => flow.Version).ToListAsync(cancellationToken);
        var shown = await presenter.Bare(request.Access.CentreId, cancellationToken);
        return rows.Count > 0 ? rows.ConvertAll(row => Stored(row, shown(row))) : throw new NotFoundException("Flow", request.DefinitionId);
    }

    public async Task<bool> Handle(IsNameUnique request, CancellationToken cancellationToken)
    {
        var (access, name, definitionId) = request;
        access.Require(Role.Administrator);
        return !await context.Set<FlowVersion>().AnyAsync(flow => flow.CentreId == access.CentreId && flow.IsLatest && flow.Name == name && flow.DefinitionId != definitionId, cancellationToken);
    }

    public Task<int> Handle(CountDefinitions request, CancellationToken cancellationToken)
    {
        request.Access.Require(Role.Administrator);
        return context.Set<FlowVersion>().CountAsync(flow => flow.CentreId == request.Access.CentreId && flow.IsLatest, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> Handle(ListConsumers request, CancellationToken cancellationToken)
    {
        request.Access.Require(Role.Administrator);
        await context.Flows(request.Access.CentreId, request.DefinitionId).Chosen("Latest", request.DefinitionId, cancellationToken);
        return await context.ConsumersOf(request.Access.CentreId, request.DefinitionId, cancellationToken);
    }

    private static JsonObject Stored(FlowVersion row, JsonObject shown)
    {
        var stored = new JsonObject();
        foreach (var name in Shown.Where(shown.ContainsKey))
        {
            stored[name] = shown[name]?.DeepClone();
        }

        stored["materializerName"] = "Json";
        stored["stringData"] = FlowView.Definition(row).Root.ToJsonString(FlowDefinition.Compact);
        foreach (var name in new[] { "isReadonly", "isSystem", "createdAt", "version", "isLatest", "isPublished", "id" })
        {
            stored[name] = shown[name]?.DeepClone();
        }

        return stored;
    }
}
