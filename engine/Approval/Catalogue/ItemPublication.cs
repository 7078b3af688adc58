using System.Text.Json;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>The rows of a publication, whether of one item or of a sheet.</summary>
internal static class ItemPublication
{
    /// <summary>Refuses to publish over something that was not seen.</summary>
    /// <exception cref="ConflictException">The current version is another than the one that was built on.</exception>
    public static void RequireVersion(Item? item, int? seen, string? code = null)
    {
        if (item?.CurrentVersion != seen)
        {
            throw new ConflictException("ItemMovedOn", $"Somebody else published item '{item?.Code ?? code}' meanwhile; look at it and publish again.", new { item?.CurrentVersion });
        }
    }

    /// <summary>What of a version is plain: names, kind, limits, unit, flow.</summary>
    public static ItemText Plain(Item item, ItemVersion row, string unit) =>
        new(item.NationalCode, row.Kind, row.Name, new ItemLimits(row.LimitKind, row.LegalDays, row.PromisedDays, row.DeliveryDays, row.ExtensionDays), unit, row.DefinitionId);

    /// <summary>A content with all that it says nothing about as another version has it.</summary>
    public static ItemText WithRest(ItemText content, ItemVersion row) => content with
    {
        Form = JsonElement.Parse(row.Form),
        Materials = JsonElement.Parse(row.Materials),
        Conditions = JsonElement.Parse(row.Conditions),
        Basis = JsonElement.Parse(row.Basis),
        Fee = JsonElement.Parse(row.Fee),
        Guide = JsonElement.Parse(row.Guide),
        Stops = JsonElement.Parse(row.Stops),
        Details = JsonElement.Parse(row.Details),
        AllowsBulkAnswers = row.AllowsBulkAnswers,
        LevelProfile = row.LevelProfile,
    };

    /// <summary>A new item, as a draft.</summary>
    /// <exception cref="RuleBrokenException">Another code differs from its own by upper and lower case only.</exception>
    public static async Task<Item> AddItem(this ApprovalDbContext context, int centreId, string code, CancellationToken cancel)
    {
        // Case numbers are typed without regard to case, so codes must differ by more than that.
        var pattern = LikePattern.Exactly(code);
        if (await context.Items(centreId).AnyAsync(row => EF.Functions.ILike(row.Code, pattern), cancel))
        {
            throw new RuleBrokenException("ItemCodeTaken", $"There is an item whose code differs from '{code}' by upper and lower case only.", "code");
        }

        var item = new Item { CentreId = centreId, Code = code, State = ItemState.Draft };
        context.Add(item);
        await context.SaveChangesAsync(cancel);
        return item;
    }

    /// <summary>The next version of an item.</summary>
    public static ItemVersion Version(Item item, ItemText content, UnitEntry unit, DateTimeOffset at, string actor) => new()
    {
        CentreId = item.CentreId,
        ItemId = item.ItemId,
        Version = item.CurrentVersion,
        Kind = content.Kind,
        Name = content.Name,
        LimitKind = content.Limits.Kind,
        LegalDays = content.Limits.LegalDays,
        PromisedDays = content.Limits.PromisedDays,
        DeliveryDays = content.Limits.DeliveryDays,
        ExtensionDays = content.Limits.ExtensionDays,
        UnitId = unit.UnitId,
        DefinitionId = content.DefinitionId,
        LevelProfile = content.LevelProfile,
        AllowsBulkAnswers = content.AllowsBulkAnswers,
        Form = Text(content.Form, """{"fields": []}"""),
        Materials = Text(content.Materials, "[]"),
        Conditions = Text(content.Conditions, "[]"),
        Basis = Text(content.Basis, "[]"),
        Fee = Text(content.Fee, "{}"),
        Guide = Text(content.Guide, "{}"),
        Stops = Text(content.Stops, "[]"),
        Details = Text(content.Details, "{}"),
        PublishedAt = at,
        PublishedBy = actor,
    };

    private static string Text(JsonElement? element, string whenAbsent) =>
        element is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given ? given.GetRawText() : whenAbsent;
}
