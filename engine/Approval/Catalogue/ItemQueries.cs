using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Catalogue;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>Items in their current version, by code. The catalogue is public to everybody who is signed in.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="State">Only items in this state; null for all.</param>
/// <param name="After">The `next` of the page before.</param>
/// <param name="Take">How many.</param>
/// <param name="Search">Part of the name or the code; null for all.</param>
public sealed record ListItems(Access Access, ItemState? State, string? After, int Take, string? Search = null) : IRequest<Page<ItemListed>>;

/// <summary>A version of an item.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Code">Which item.</param>
/// <param name="Version">Which version; null for the current one.</param>
public sealed record GetItem(Access Access, string Code, int? Version) : IRequest<ItemView>;

internal sealed class ItemQueryHandlers(ItemStore items, OrgDirectory directory, ApprovalDbContext context, CalendarStore calendars, TimeProvider clock) : IRequestHandler<ListItems, Page<ItemListed>>, IRequestHandler<GetItem, ItemView>
{
    public async Task<Page<ItemListed>> Handle(ListItems request, CancellationToken cancellationToken)
    {
        var organisation = await directory.Of(request.Access.CentreId, cancellationToken);
        var listed = (await items.All(request.Access.CentreId, cancellationToken))
            .Where(item => (request.State is null || item.State == request.State) && string.CompareOrdinal(item.Code, request.After) > 0 && item.IsCalled(request.Search?.Trim() ?? ""))
            .OrderBy(item => item.Code, StringComparer.Ordinal).Take(request.Take + 1)
            .Select(item => new ItemListed(item.Code, item.Version, item.Kind, item.Name, item.State, item.LegalDays, item.PromisedDays, organisation.Unit(item.UnitId).Code, item.DefinitionId));
        return Pages.Of([.. listed], request.Take, item => item.Code);
    }

    public async Task<ItemView> Handle(GetItem request, CancellationToken cancellationToken)
    {
        var (access, code, version) = request;
        var item = await context.Items(access.CentreId).AsNoTracking().SingleOrDefaultAsync(row => row.Code == code, cancellationToken) ?? throw new NotFoundException("Item", code);
        var row = await context.Set<ItemVersion>().AsNoTracking()
            .SingleOrDefaultAsync(v => v.CentreId == access.CentreId && v.ItemId == item.ItemId && v.Version == (version ?? item.CurrentVersion), cancellationToken)
            ?? throw new NotFoundException("ItemVersion", $"{code}/{version}");
        var unit = (await directory.Of(access.CentreId, cancellationToken)).Unit(row.UnitId).Code;
        return new ItemView(item.Code, item.State, item.CurrentVersion, row.Version, row.PublishedAt, row.PublishedBy, ItemPublication.WithRest(ItemPublication.Plain(item, row, unit), row))
        {
            LastPromise = PromisedPapers.LastDay(row.PromisedDays, await calendars.Of(access.CentreId, cancellationToken), clock.GetUtcNow()),
        };
    }
}
