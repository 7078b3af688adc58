using System.Text.Json;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>Publishes a new item, or the next version of one.</summary>
/// <param name="Access">Who publishes.</param>
/// <param name="Code">The item's code.</param>
/// <param name="Request">What it says.</param>
public sealed record PublishItem(Access Access, string Code, PublishItemRequest Request) : IRequest<ItemView>;

internal sealed class PublishItemHandler(CatalogueWriter writer, OrgDirectory directory, FlowStore flows, IMediator mediator, TimeProvider time)
    : IRequestHandler<PublishItem, ItemView>
{
    public async Task<ItemView> Handle(PublishItem request, CancellationToken cancellationToken)
    {
        var (access, code, publish) = request;
        var organisation = await directory.Of(access.CentreId, cancellationToken);
        var unit = organisation.FindUnit(publish.Content.Unit) ?? throw new RuleBrokenException("UnitUnknown", $"There is no unit '{publish.Content.Unit}'.", "content.unit");
        access.RequireAt(Role.Administrator, unit);
        if (await flows.PublishedVersion(access.CentreId, publish.Content.DefinitionId, cancellationToken) is null)
        {
            throw new RuleBrokenException("FlowNotPublished", $"There is no published flow '{publish.Content.DefinitionId}'.", "content.definitionId");
        }

        await writer.Write(access, "ItemPublished", code, publish, context => Publish(context, access, code, publish, organisation, unit, cancellationToken), cancellationToken);
        return await mediator.Send(new GetItem(access, code, null), cancellationToken);
    }

    private async Task Publish(ApprovalDbContext context, Access access, string code, PublishItemRequest publish, CentreDirectory organisation, UnitEntry unit, CancellationToken cancel)
    {
        var item = await context.Items(access.CentreId).SingleOrDefaultAsync(row => row.Code == code, cancel);
        if (item?.CurrentVersion != publish.BuildsOn)
        {
            throw new ConflictException("ItemMovedOn", $"Somebody else published item '{code}' meanwhile; look at it and publish again.", new { item?.CurrentVersion });
        }

        if (item is null)
        {
            item = await Add(context, access, code, cancel);
        }
        else
        {
            var heldBy = await context.Set<ItemVersion>().Where(row => row.CentreId == access.CentreId && row.ItemId == item.ItemId && row.Version == item.CurrentVersion).Select(row => row.UnitId).SingleAsync(cancel);
            access.RequireAt(Role.Administrator, organisation.Unit(heldBy));
        }

        item.CurrentVersion++;
        item.NationalCode = publish.Content.NationalCode;
        context.Add(Version(item, publish.Content, unit, time.GetUtcNow(), access.UserName));
    }

    private static async Task<Item> Add(ApprovalDbContext context, Access access, string code, CancellationToken cancel)
    {
        // Case numbers are typed without regard to case, so codes must differ by more than that.
        var pattern = LikePattern.Exactly(code);
        if (await context.Items(access.CentreId).AnyAsync(row => EF.Functions.ILike(row.Code, pattern), cancel))
        {
            throw new RuleBrokenException("ItemCodeTaken", $"There is an item whose code differs from '{code}' by upper and lower case only.", "code");
        }

        var item = new Item { CentreId = access.CentreId, Code = code, State = ItemState.Draft };
        context.Add(item);
        await context.SaveChangesAsync(cancel);
        return item;
    }

    private static ItemVersion Version(Item item, ItemText content, UnitEntry unit, DateTimeOffset at, string actor) => new()
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
        Form = Text(content.Form, """{"fields": []}"""),
        Materials = Text(content.Materials, "[]"),
        Conditions = Text(content.Conditions, "[]"),
        Basis = Text(content.Basis, "[]"),
        Fee = Text(content.Fee, "{}"),
        Guide = Text(content.Guide, "{}"),
        Stops = Text(content.Stops, "[]"),
        Details = Text(content.Details, "{}"),
        AllowsBulkAnswers = content.AllowsBulkAnswers,
        PublishedAt = at,
        PublishedBy = actor,
    };

    private static string Text(JsonElement? element, string whenAbsent) =>
        element is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } given ? given.GetRawText() : whenAbsent;
}
