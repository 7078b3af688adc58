using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Tasks;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>
/// Which open tasks a person oversees: those of the cases that they may see as auditor, supervisor or head, whoever has them; and whose of them are
/// asked for. A task that another unit has in such a case is among them, one that their unit has in another's case is not.
/// </summary>
/// <param name="IsWhole">The person oversees every case: nothing is asked of each.</param>
/// <param name="Overseen">Ids of the units overseen.</param>
/// <param name="Asked">Ids of the units asked for; null for all.</param>
/// <param name="Person">User name of who has the tasks, or <see cref="WorkFilter.Nobody"/>; null for whoever has them.</param>
internal sealed record OverseenWork(bool IsWhole, int[] Overseen, int[]? Asked, string? Person)
{
    /// <summary>Tells them apart.</summary>
    /// <exception cref="Errors.ForbiddenException">The person oversees nothing.</exception>
    /// <exception cref="Errors.NotFoundException">There is no such unit.</exception>
    public static OverseenWork Of(Access access, CentreDirectory directory, WorkFilter work)
    {
        access.Require(CaseScope.Overseers);
        var below = work.Unit is { Length: > 0 } code ? directory.Unit(code).Path : null;
        return new(
            CaseScope.IsWhole(access, directory),
            directory.UnitsIn(access, CaseScope.Overseers),
            below is null ? null : [.. directory.Units.Where(unit => unit.IsWithin(below)).Select(unit => unit.UnitId)],
            string.IsNullOrWhiteSpace(work.Person) ? null : work.Person.Trim());
    }

    /// <summary>Where rows <c>t</c> come from, with their cases <c>k</c> beside them where something is asked of those.</summary>
    public string From => IsWhole ? "task_open t" : "task_open t join cases k on k.centre_id = t.centre_id and k.case_id = t.case_id";

    /// <summary>
    /// Selections that are added up: what somebody has, what is on offer to a role, and what to a person, each with the condition of an index that holds
    /// due moment, case and number (ix_task_open_mine, ix_task_open_claimable, ix_task_open_offered), so that where all is overseen no row is read.
    /// </summary>
    /// <param name="columns">What is selected of rows <c>t</c>; <c>{holder}</c> in it stands for who has a task, which no index of those on offer holds: it is null.</param>
    /// <param name="from">Where they come from.</param>
    /// <param name="first">Number of the first of the parameters that <see cref="Values"/> are.</param>
    /// <param name="rest">What follows the conditions.</param>
    public string Select(string columns, string from, int first, string rest) => string.Join(
        " union all ",
        Holders(first).Select(one => $"""
            (select {columns.Replace("{holder}", one.Holder, StringComparison.Ordinal)} from {from}
             where t.centre_id = $1 and {one.Condition}{(IsWhole ? "" : $" and k.unit_id = any(${first})")}{(Asked is null ? "" : $" and t.unit_id = any(${first + 1})")} {rest})
            """));

    private IEnumerable<(string Holder, string Condition)> Holders(int first)
    {
        if (Person != WorkFilter.Nobody)
        {
            yield return ("t.assignee", Person is null ? "t.assignee is not null" : $"t.assignee = ${first + 2}");
        }

        if (Person is null or WorkFilter.Nobody)
        {
            yield return ("null::text", "t.assignee is null and t.offered_user is null");
            yield return ("null::text", "t.assignee is null and t.offered_user is not null");
        }
    }

    /// <summary>Three parameters.</summary>
    public NpgsqlParameter[] Values => [Sql.Of(Overseen), Sql.Of(Asked), Sql.Of(Person)];
}
