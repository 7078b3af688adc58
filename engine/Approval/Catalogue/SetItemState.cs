using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Catalogue;

/// <summary>Puts an item in force or cancels it. Open cases go on as they are.</summary>
/// <param name="Access">Who does it.</param>
/// <param name="Code">Which.</param>
/// <param name="State">As it shall be.</param>
public sealed record SetItemState(Access Access, string Code, ItemState State) : IRequest<ItemView>;

internal sealed class SetItemStateRules : AbstractValidator<SetItemState>
{
    public SetItemStateRules() => RuleFor(set => set.State).IsInEnum().WithErrorCode("ItemState").WithMessage("There is no such state of an item.");
}

internal sealed class SetItemStateHandler(CatalogueWriter writer, ItemStore items, OrgDirectory directory, IMediator mediator) : IRequestHandler<SetItemState, ItemView>
{
    public async Task<ItemView> Handle(SetItemState request, CancellationToken cancellationToken)
    {
        var (access, code, state) = request;
        var item = await items.Of(access.CentreId, code, cancellationToken);
        access.RequireAt(Role.Administrator, (await directory.Of(access.CentreId, cancellationToken)).Unit(item.UnitId));
        await writer.Write(
            access,
            EventAct.ItemStateSet,
            code,
            new { State = state },
            async context => (await context.Items(access.CentreId).SingleAsync(row => row.Code == code, cancellationToken)).State = state,
            cancellationToken);
        return await mediator.Send(new GetItem(access, code, null), cancellationToken);
    }
}
