using System.Text.Json;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>Puts the shipped items in force in a new centre.</summary>
internal sealed class CatalogueSeed(ApprovalDbContext context, TimeProvider time)
{
    public async Task Run(Centre centre, CatalogueFile file, CancellationToken cancel)
    {
        var units = await context.Set<OrgUnit>().Where(unit => unit.CentreId == centre.CentreId).ToDictionaryAsync(unit => unit.Code, unit => unit.UnitId, cancel);
        foreach (var shipped in file.Items)
        {
            // One after the other, so that their keys follow the file.
            var item = new Item { CentreId = centre.CentreId, Code = shipped.Code, NationalCode = shipped.NationalCode, CurrentVersion = 1, State = ItemState.InForce };
            context.Add(item);
            await context.SaveChangesAsync(cancel);
            var unitId = units.TryGetValue(shipped.Unit, out var known) ? known : throw new InvalidDataException($"{CatalogueFile.Name}: item {shipped.Code} names the unknown unit '{shipped.Unit}'.");
            context.Add(FirstVersion(item, shipped, unitId));
        }

        centre.CatalogueVersion++;
        await context.SaveChangesAsync(cancel);
    }

    private ItemVersion FirstVersion(Item item, CatalogueFile.ItemOfFile shipped, int unitId) => new()
    {
        CentreId = item.CentreId,
        ItemId = item.ItemId,
        Version = 1,
        Kind = shipped.Kind,
        Name = shipped.Name,
        LimitKind = shipped.Limits.Kind,
        LegalDays = shipped.Limits.LegalDays,
        PromisedDays = shipped.Limits.PromisedDays,
        DeliveryDays = shipped.Limits.DeliveryDays,
        ExtensionDays = shipped.Limits.ExtensionDays,
        UnitId = unitId,
        DefinitionId = shipped.DefinitionId,
        Form = Text(shipped.Form, "{}"),
        Materials = Text(shipped.Materials, "[]"),
        Conditions = Text(shipped.Conditions, "[]"),
        Basis = Text(shipped.Basis, "[]"),
        Fee = Text(shipped.Fee, "{}"),
        Guide = Text(shipped.Guide, "{}"),
        Stops = Text(shipped.Stops, "[]"),
        Details = JsonSerializer.Serialize(new { shipped.Category, shipped.Channels, shipped.Applicants, shipped.OnlineLevel, shipped.DemoShare }, JsonText.Options),
        PublishedAt = time.GetUtcNow(),
        PublishedBy = "system/setup",
    };

    private static string Text(JsonElement element, string whenAbsent) => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? whenAbsent : element.GetRawText();
}
