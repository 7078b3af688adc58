using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Persistence.Rows;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Changes a unit's name or kind, puts it below another one, or closes it.</summary>
/// <param name="Access">Who changes it.</param>
/// <param name="Code">Which.</param>
/// <param name="Unit">As it shall be.</param>
public sealed record ChangeUnit(Access Access, string Code, ChangeUnitRequest Unit) : IRequest<UnitView>;

internal sealed class ChangeUnitRules : AbstractValidator<ChangeUnit>
{
    public ChangeUnitRules()
    {
        RuleFor(change => change.Unit.Kind).IsInEnum().WithErrorCode("UnitKind").WithMessage("There is no such kind of unit.");
        RuleFor(change => change.Unit.Name).IsNameInEachLanguage();
    }
}

internal sealed class ChangeUnitHandler(OrganisationWriter writer) : IRequestHandler<ChangeUnit, UnitView>
{
    public async Task<UnitView> Handle(ChangeUnit request, CancellationToken cancellationToken)
    {
        var (access, code, unit) = request;
        var organisation = await writer.Read(access, cancellationToken);
        var known = organisation.Unit(code);
        access.RequireAt(Role.Administrator, known);
        var before = known.ParentId is { } above ? organisation.Unit(above) : null;
        var parent = unit.Parent is null || unit.Parent == before?.Code ? null : Above(access, organisation, known, before, unit.Parent);
        var payload = parent is null ? (object)new { unit.Kind, unit.Name, unit.IsActive } : new { unit.Kind, unit.Name, unit.IsActive, From = before!.Code, To = parent.Code };
        await writer.Write(access, EventAct.UnitChanged, code, payload, context => Change(context, access, known, unit, parent, cancellationToken), cancellationToken);
        return new UnitView(code, (parent ?? before)?.Code, unit.Kind, unit.Name, unit.IsActive);
    }

    /// <summary>Where the unit shall stand. Whoever moves it changes who reaches it, above its old place and above the new one, and must hold both.</summary>
    private static UnitEntry Above(Access access, CentreDirectory organisation, UnitEntry known, UnitEntry? before, string code)
    {
        var parent = organisation.FindUnit(code) ?? throw new RuleBrokenException("UnitUnknown", $"There is no unit '{code}'.", "parent");
        access.RequireAt(Role.Administrator, before ?? throw new RuleBrokenException("UnitIsRoot", "The unit above all others stays there.", "parent"));
        access.RequireAt(Role.Administrator, parent);
        return parent.IsActive ? parent : throw new RuleBrokenException("UnitClosed", $"Unit '{code}' is closed.", "parent");
    }

    private static async Task Change(ApprovalDbContext context, Access access, UnitEntry known, ChangeUnitRequest unit, UnitEntry? parent, CancellationToken cancel)
    {
        if (!unit.IsActive && known.IsActive)
        {
            var open = await context.Set<TaskOpenRow>().CountAsync(task => task.CentreId == access.CentreId && task.UnitId == known.UnitId, cancel);
            if (open > 0)
            {
                throw new ConflictException("UnitHasOpenTasks", $"Unit '{known.Code}' has {open} open tasks; move them first.", new { OpenTasks = open });
            }

            var items = await ItemsInForce(context, access.CentreId, known.UnitId).CountAsync(cancel);
            if (items > 0)
            {
                throw new ConflictException("UnitHasItems", $"Unit '{known.Code}' handles {items} items in force; give them another unit or cancel them first.", new { Items = items });
            }
        }

        var units = context.Set<OrgUnit>().Where(row => row.CentreId == access.CentreId);
        var row = await units.SingleAsync(one => one.UnitId == known.UnitId, cancel);
        (row.Kind, row.Name, row.IsActive) = (unit.Kind, unit.Name, unit.IsActive);
        if (parent is not null)
        {
            var above = await units.SingleAsync(one => one.UnitId == parent.UnitId, cancel);
            if (row.Path != known.Path || above.Path != parent.Path)
            {
                throw new ConflictException("UnitMoved", $"Unit '{known.Code}' or '{parent.Code}' was moved a moment ago; the right to move was judged by where they stood.");
            }

            await Move(units, row, above, cancel);
        }
    }

    /// <summary>Items for which people can apply and whose cases would go to the unit.</summary>
    private static IQueryable<Item> ItemsInForce(ApprovalDbContext context, int centreId, int unitId) =>
        from item in context.Set<Item>()
        join version in context.Set<ItemVersion>() on new { item.CentreId, item.ItemId, Version = item.CurrentVersion } equals new { version.CentreId, version.ItemId, version.Version }
        where item.CentreId == centreId && item.State == ItemState.InForce && version.UnitId == unitId
        select item;

    /// <summary>Puts a unit with all below it elsewhere.</summary>
    private static async Task Move(IQueryable<OrgUnit> units, OrgUnit moved, OrgUnit parent, CancellationToken cancel)
    {
        var before = moved.Path;
        if (parent.Path.StartsWith(before, StringComparison.Ordinal))
        {
            throw new RuleBrokenException("UnitBelowItself", $"Unit '{parent.Code}' is '{moved.Code}' or lies below it.", "parent");
        }

        moved.ParentId = parent.UnitId;
        foreach (var row in await units.Where(one => one.Path.StartsWith(before)).ToListAsync(cancel))
        {
            row.Path = $"{parent.Path}{moved.UnitId}/{row.Path[before.Length..]}";
        }
    }
}
