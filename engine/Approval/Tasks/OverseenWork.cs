using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Which open tasks a person oversees: those of the cases in the units where they are auditor, supervisor or head; and whose of them are asked for.</summary>
/// <param name="From">Where rows <c>t</c> come from, with the cases <c>k</c> beside them; null where nothing is asked of the case: who oversees all need not be asked of each.</param>
/// <param name="Cases">Ids of the units overseen.</param>
/// <param name="Units">Ids of the units asked for; null for all.</param>
/// <param name="Person">User name of who has the tasks, or <see cref="WorkFilter.Nobody"/>; null for whoever has them.</param>
internal sealed record OverseenWork(string? From, int[] Cases, int[]? Units, string? Person)
{
    /// <summary>Tells them apart.</summary>
    /// <exception cref="Errors.ForbiddenException">The person oversees nothing.</exception>
    /// <exception cref="Errors.NotFoundException">There is no such unit.</exception>
    public static OverseenWork Of(Access access, CentreDirectory directory, WorkFilter work)
    {
        access.Require(CaseScope.Overseers);
        var below = work.Unit is { Length: > 0 } code ? directory.Unit(code).Path : null;
        return new(
            CaseScope.IsWhole(access, directory) ? null : TaskFields.From,
            directory.UnitsIn(access, CaseScope.Overseers),
            below is null ? null : [.. directory.Units.Where(unit => unit.IsWithin(below)).Select(unit => unit.UnitId)],
            string.IsNullOrWhiteSpace(work.Person) ? null : work.Person.Trim());
    }

    /// <summary>The conditions; <see cref="Values"/> are the parameters from a number on.</summary>
    public string Conditions(int first) => string.Concat(
        From is null ? "" : $" and k.unit_id = any(${first})",
        Units is null ? "" : $" and t.unit_id = any(${first + 1})",
        Person switch { null => "", WorkFilter.Nobody => " and t.assignee is null", _ => $" and t.assignee = ${first + 2}" });

    /// <summary>Three parameters.</summary>
    public NpgsqlParameter[] Values => [Sql.Of(Cases), Sql.Of(Units), Sql.Of(Person)];
}
