using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Adds a unit to the tree.</summary>
/// <param name="Access">Who adds it.</param>
/// <param name="Unit">The unit.</param>
public sealed record AddUnit(Access Access, AddUnitRequest Unit) : IRequest<UnitView>;

internal sealed class AddUnitRules : AbstractValidator<AddUnit>
{
    public AddUnitRules()
    {
        RuleFor(add => add.Unit.Code).Matches("^[A-Za-z0-9-]{1,32}$").WithErrorCode("UnitCode").WithMessage("A unit's code has 1 to 32 letters, digits and dashes.");
        RuleFor(add => add.Unit.Name).IsNameInEachLanguage();
        RuleFor(add => add.Unit.Kind).IsInEnum().WithErrorCode("UnitKind").WithMessage("There is no such kind of unit.");
    }
}

internal sealed class AddUnitHandler(OrganisationWriter writer) : IRequestHandler<AddUnit, UnitView>
{
    public async Task<UnitView> Handle(AddUnit request, CancellationToken cancellationToken)
    {
        var (access, unit) = request;
        var organisation = await writer.Read(access, cancellationToken);
        var parent = organisation.FindUnit(unit.Parent) ?? throw new RuleBrokenException("UnitUnknown", $"There is no unit '{unit.Parent}'.", "parent");
        access.RequireAt(Role.Administrator, parent);
        await writer.Write(access, EventAct.UnitAdded, unit.Code, unit, context => Add(context, access, parent, unit, cancellationToken), cancellationToken);
        return new UnitView(unit.Code, parent.Code, unit.Kind, unit.Name, IsActive: true);
    }

    private static async Task Add(ApprovalDbContext context, Access access, UnitEntry parent, AddUnitRequest unit, CancellationToken cancel)
    {
        var units = context.Set<OrgUnit>().Where(row => row.CentreId == access.CentreId);
        if (await units.AnyAsync(row => row.Code == unit.Code, cancel))
        {
            throw new RuleBrokenException("UnitCodeTaken", $"There is a unit '{unit.Code}' already.", "code");
        }

        // The row says where the upper unit stands: it may have been moved a moment ago.
        var above = await units.Where(row => row.UnitId == parent.UnitId).Select(row => row.Path).SingleAsync(cancel);
        var id = await units.MaxAsync(row => row.UnitId, cancel) + 1;
        context.Add(new OrgUnit { CentreId = access.CentreId, UnitId = id, ParentId = parent.UnitId, Code = unit.Code, Kind = unit.Kind, Name = unit.Name, Path = $"{above}{id}/" });
    }
}
