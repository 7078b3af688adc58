using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Elsa.Definitions;

/// <summary>Definitions as Elsa's clients list them.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">Which, in what order, which page.</param>
public sealed record ListDefinitions(Access Access, DefinitionFilter Filter) : IRequest<ElsaPage<ElsaDefinitionSummary>>;

internal sealed class ListDefinitionsHandler(ApprovalDbContext context, ElsaPresenter presenter) : IRequestHandler<ListDefinitions, ElsaPage<ElsaDefinitionSummary>>
{
    public async Task<ElsaPage<ElsaDefinitionSummary>> Handle(ListDefinitions request, CancellationToken cancellationToken)
    {
        var (access, filter) = request;
        access.Require(Role.Administrator);
        var mayEdit = await presenter.MayEdit(access, cancellationToken);
        var flows = Filtered(context.Set<FlowVersion>().AsNoTracking().Where(flow => flow.CentreId == access.CentreId), filter);
        var rows = await Ordered(flows, filter).Skip(filter.Skip).Take(filter.Take).Select(ElsaPresenter.ToSummary).ToListAsync(cancellationToken);
        var items = rows.ConvertAll(row => row with { Links = ElsaLinks.Of(row.DefinitionId, mayEdit), IsMaterializerAvailable = true });
        return new ElsaPage<ElsaDefinitionSummary>(items, await flows.LongCountAsync(cancellationToken), ElsaLinks.OfList(mayEdit));
    }

    private static IQueryable<FlowVersion> Filtered(IQueryable<FlowVersion> flows, DefinitionFilter filter)
    {
        flows = flows.Where(VersionChoice.Of(filter.VersionOptions, "AllVersions"));
        flows = filter.DefinitionIds.Count == 0 ? flows : flows.Where(flow => filter.DefinitionIds.Contains(flow.DefinitionId));
        flows = filter.Ids.Count == 0 ? flows : flows.Where(flow => filter.Ids.Contains(flow.Id));
        flows = filter.IsSystem is { } isSystem ? flows.Where(flow => flow.IsSystem == isSystem) : flows;
        flows = filter.IsReadonly is { } isReadonly ? flows.Where(flow => flow.IsReadonly == isReadonly) : flows;
        if (string.IsNullOrWhiteSpace(filter.SearchTerm))
        {
            return flows;
        }

        // As Elsa does: part of the name or description, or the whole of an id; letters count without their case.
        var (term, part) = (filter.SearchTerm.Trim(), $"%{Escaped(filter.SearchTerm.Trim())}%");
        return flows.Where(flow => EF.Functions.ILike(flow.Name, part, "\\") || EF.Functions.ILike(flow.Description!, part, "\\") || flow.DefinitionId == term || flow.Id == term);
    }

    private static IQueryable<FlowVersion> Ordered(IQueryable<FlowVersion> flows, DefinitionFilter filter) => (filter.OrderBy?.ToUpperInvariant(), filter.IsDescending) switch
    {
        ("NAME", false) => flows.OrderBy(flow => flow.Name).ThenBy(flow => flow.Id),
        ("NAME", true) => flows.OrderByDescending(flow => flow.Name).ThenBy(flow => flow.Id),
        ("VERSION", false) => flows.OrderBy(flow => flow.Version).ThenBy(flow => flow.Id),
        ("VERSION", true) => flows.OrderByDescending(flow => flow.Version).ThenBy(flow => flow.Id),
        (_, true) => flows.OrderByDescending(flow => flow.CreatedAt).ThenBy(flow => flow.Id),
        _ => flows.OrderBy(flow => flow.CreatedAt).ThenBy(flow => flow.Id),
    };

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
