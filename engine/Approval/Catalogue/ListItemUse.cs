using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>How many open cases each version of an item has, so that a publication says what it leaves alone; nothing of the cases themselves.</summary>
/// <param name="Access">Who asks; an administrator of the unit that handles the item's cases.</param>
/// <param name="Code">The item.</param>
public sealed record ListItemUse(Access Access, string Code) : IRequest<IReadOnlyList<ItemUse>>;

internal sealed class ListItemUseHandler(CaseDatabase database, ItemStore items, OrgDirectory directory) : IRequestHandler<ListItemUse, IReadOnlyList<ItemUse>>
{
    // Open cases are few beside closed ones; the partial index on them serves.
    private const string Count = """
        select item_version, count(*)::int from cases
        where centre_id = $1 and status < 7 and item_id = $2
        group by item_version order by item_version desc
        """;

    public async Task<IReadOnlyList<ItemUse>> Handle(ListItemUse request, CancellationToken cancellationToken)
    {
        var (access, code) = request;
        var item = await items.Of(access.CentreId, code, cancellationToken);
        access.RequireAt(Role.Administrator, (await directory.Of(access.CentreId, cancellationToken)).Unit(item.UnitId));
        return await database.ListAsync(Count, reader => new ItemUse(reader.GetInt32(0), reader.GetInt32(1)), cancellationToken, Sql.Of(access.CentreId), Sql.Of(item.ItemId));
    }
}
