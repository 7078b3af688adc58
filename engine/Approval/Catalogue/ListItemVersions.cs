using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Catalogue;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>The versions of an item, the newest first. Like the catalogue they are open to everybody who is signed in.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Code">The item.</param>
public sealed record ListItemVersions(Access Access, string Code) : IRequest<IReadOnlyList<ItemVersionListed>>;

internal sealed class ListItemVersionsHandler(ApprovalDbContext context, ItemStore items) : IRequestHandler<ListItemVersions, IReadOnlyList<ItemVersionListed>>
{
    public async Task<IReadOnlyList<ItemVersionListed>> Handle(ListItemVersions request, CancellationToken cancellationToken)
    {
        var (centreId, item) = (request.Access.CentreId, await items.Of(request.Access.CentreId, request.Code, cancellationToken));
        return await context.Set<ItemVersion>().AsNoTracking()
            .Where(row => row.CentreId == centreId && row.ItemId == item.ItemId).OrderByDescending(row => row.Version)
            .Select(row => new ItemVersionListed(row.Version, row.PublishedAt, row.PublishedBy, row.LegalDays, row.PromisedDays, row.DefinitionId))
            .ToListAsync(cancellationToken);
    }
}
