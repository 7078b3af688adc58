using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
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

internal sealed class PublishItemHandler(CatalogueWriter writer, OrgDirectory directory, IMediator mediator, TimeProvider time)
    : IRequestHandler<PublishItem, ItemView>
{
    public async Task<ItemView> Handle(PublishItem request, CancellationToken cancellationToken)
    {
        var (access, code, publish) = request;
        var organisation = await directory.Of(access.CentreId, cancellationToken);
        var unit = organisation.FindUnit(publish.Content.Unit) ?? throw new RuleBrokenException("UnitUnknown", $"There is no unit '{publish.Content.Unit}'.", "content.unit");
        access.RequireAt(Role.Administrator, unit);
        if (publish.Content.LevelProfile is { } levels && organisation.FindLevels(levels) is null)
        {
            throw new RuleBrokenException("LevelProfileUnknown", $"There is no profile '{levels}'.", "content.levelProfile");
        }

        await writer.Write(access, EventAct.ItemPublished, code, publish, context => Publish(context, access, code, publish, organisation, unit, cancellationToken), cancellationToken);
        return await mediator.Send(new GetItem(access, code, null), cancellationToken);
    }

    private async Task Publish(ApprovalDbContext context, Access access, string code, PublishItemRequest publish, CentreDirectory organisation, UnitEntry unit, CancellationToken cancel)
    {
        var flow = publish.Content.DefinitionId;
        await context.Hold(access.CentreId, flow, cancel);
        if (!await context.Flows(access.CentreId, flow).AnyAsync(version => version.IsPublished, cancel))
        {
            throw new RuleBrokenException("FlowNotPublished", $"There is no published flow '{flow}'.", "content.definitionId");
        }

        var item = await context.Items(access.CentreId).SingleOrDefaultAsync(row => row.Code == code, cancel);
        ItemPublication.RequireVersion(item, publish.BuildsOn, code);
        if (item is null)
        {
            item = await context.AddItem(access.CentreId, code, cancel);
        }
        else
        {
            var heldBy = await context.Set<ItemVersion>().Where(row => row.CentreId == access.CentreId && row.ItemId == item.ItemId && row.Version == item.CurrentVersion).Select(row => row.UnitId).SingleAsync(cancel);
            access.RequireAt(Role.Administrator, organisation.Unit(heldBy));
        }

        item.CurrentVersion++;
        item.NationalCode = publish.Content.NationalCode;
        context.Add(ItemPublication.Version(item, publish.Content, unit, time.GetUtcNow(), access.UserName));
    }
}
