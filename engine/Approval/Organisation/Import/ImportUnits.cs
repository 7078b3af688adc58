using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation.Import;

/// <summary>Brings units in as a preview showed them, all or none: new ones into the tree, known ones with their new name and kind.</summary>
/// <param name="Access">Who does it.</param>
/// <param name="Request">The units.</param>
public sealed record ImportUnits(Access Access, ImportUnitsRequest Request) : IRequest<ImportedRows>;

internal sealed class ImportUnitsHandler(OrganisationWriter writer) : IRequestHandler<ImportUnits, ImportedRows>
{
    public async Task<ImportedRows> Handle(ImportUnits request, CancellationToken cancellationToken)
    {
        var (access, given) = request;
        var organisation = await writer.Read(access, cancellationToken);
        var units = SheetRules.Accept(given.Units, rows => UnitCheck.Check(rows, access, organisation));
        var (added, changed) = (units.Where(unit => unit.State == "New").ToList(), units.Where(unit => unit.State == "Changed").ToList());
        await writer.Write(
            access,
            EventAct.UnitsImported,
            "units",
            new { New = added.Select(unit => unit.Code), Changed = changed.Select(unit => unit.Code) },
            async context =>
            {
                var rows = await context.Set<OrgUnit>().Where(row => row.CentreId == access.CentreId).ToDictionaryAsync(row => row.Code, cancellationToken);
                Add(context, access, added, rows);
                foreach (var unit in changed)
                {
                    (rows[unit.Code].Kind, rows[unit.Code].Name) = (unit.Kind, unit.Name);
                }
            },
            cancellationToken);
        return new ImportedRows(added.Count, changed.Count);
    }

    /// <summary>In the order of the lines: each stands below one that is there by then.</summary>
    private static void Add(ApprovalDbContext context, Access access, IEnumerable<UnitRow> added, Dictionary<string, OrgUnit> rows)
    {
        var next = rows.Values.Max(row => row.UnitId) + 1;
        foreach (var unit in added)
        {
            var (parent, id) = (rows[unit.Parent], next++);
            var row = new OrgUnit { CentreId = access.CentreId, UnitId = id, ParentId = parent.UnitId, Code = unit.Code, Kind = unit.Kind, Name = unit.Name, Path = $"{parent.Path}{id}/" };
            if (!rows.TryAdd(unit.Code, row))
            {
                throw new RuleBrokenException("UnitCodeTaken", $"There is a unit '{unit.Code}' already.", "code");
            }

            context.Add(row);
        }
    }
}
