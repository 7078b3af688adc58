using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Organisation.Import;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;
using MediatR;

namespace ApprovalEngine.Approval.Catalogue.Import;

/// <summary>Brings items in as a preview showed them, all or none: new ones as drafts, known ones in their next version. Cases that run keep theirs.</summary>
/// <param name="Access">Who does it.</param>
/// <param name="Request">The items.</param>
public sealed record ImportItems(Access Access, ImportItemsRequest Request) : IRequest<ImportedRows>;

internal sealed class ImportItemsHandler(CatalogueWriter writer, ApprovalDbContext context, OrgDirectory directory, TimeProvider time) : IRequestHandler<ImportItems, ImportedRows>
{
    public async Task<ImportedRows> Handle(ImportItems request, CancellationToken cancellationToken)
    {
        var (access, given) = request;
        access.Require(Role.Administrator);
        var organisation = await directory.Of(access.CentreId, cancellationToken);
        var seen = await KnownItem.All(context, access.CentreId, organisation, cancellationToken);
        var check = await ItemCheck.Of(context, access, organisation, seen, cancellationToken);
        var items = SheetRules.Accept(given.Items, check.Check);
        var (added, changed) = (items.Where(item => item.State == "New").ToList(), items.Where(item => item.State == "Changed").ToList());
        await writer.Write(
            access,
            EventAct.ItemsImported,
            "items",
            new { New = added.Select(item => item.Code), Changed = changed.Select(item => item.Code) },
            async locked =>
            {
                foreach (var item in added)
                {
                    Publish(locked, await locked.AddItem(access.CentreId, item.Code, cancellationToken), ItemCheck.Text(item));
                }

                foreach (var item in changed)
                {
                    var known = seen[item.Code];
                    await locked.Entry(known.Item).ReloadAsync(cancellationToken);
                    ItemPublication.RequireVersion(known.Item, known.Current.Version);
                    Publish(locked, known.Item, ItemPublication.WithRest(ItemCheck.Text(item), known.Current));
                }
            },
            cancellationToken);
        return new ImportedRows(added.Count, changed.Count);

        void Publish(ApprovalDbContext locked, Item item, ItemText content)
        {
            item.CurrentVersion++;
            item.NationalCode = content.NationalCode;
            locked.Add(ItemPublication.Version(item, content, organisation.Unit(content.Unit), time.GetUtcNow(), access.UserName));
        }
    }
}
