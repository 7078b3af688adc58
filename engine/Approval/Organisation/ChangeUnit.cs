using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Persistence.Rows;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Changes a unit's name or kind, or closes it.</summary>
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
        await writer.Write(access, EventAct.UnitChanged, code, unit, context => Change(context, access, known, unit, cancellationToken), cancellationToken);
        return new UnitView(code, known.ParentId is { } parent ? organisation.Unit(parent).Code : null, unit.Kind, unit.Name, unit.IsActive);
    }

    private static async Task Change(ApprovalDbContext context, Access access, UnitEntry known, ChangeUnitRequest unit, CancellationToken cancel)
    {
        if (!unit.IsActive && known.IsActive)
        {
            var open = await context.Set<TaskOpenRow>().CountAsync(task => task.CentreId == access.CentreId && task.UnitId == known.UnitId, cancel);
            if (open > 0)
            {
                throw new ConflictException("UnitHasOpenTasks", $"Unit '{known.Code}' has {open} open tasks; move them first.", new { OpenTasks = open });
            }
        }

        var row = await context.Set<OrgUnit>().SingleAsync(u => u.CentreId == access.CentreId && u.UnitId == known.UnitId, cancel);
        (row.Kind, row.Name, row.IsActive) = (unit.Kind, unit.Name, unit.IsActive);
    }
}
