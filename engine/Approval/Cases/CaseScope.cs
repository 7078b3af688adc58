using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Organisation;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// Which cases a person may see, as a condition that every query of cases bears: through a role with scope, a task, a copy, or an act in the
/// case (contracts.md, "Accounts and rights").
/// </summary>
internal static class CaseScope
{
    /// <summary>Number of parameters; a query's own begin after them.</summary>
    public const int Count = 10;

    /// <summary>Roles that see every case of their units.</summary>
    public static readonly Role[] Overseers = [Role.Auditor, Role.Supervisor, Role.HeadOfCentre];

    /// <summary>The condition on a row <c>c</c> of cases. $1 centre, $2 user, $3 everything, $4 units overseen, $5 units served, $7 to $10 offers.</summary>
    public const string Condition = $"""
        c.centre_id = $1 and ($3 or c.unit_id = any($4) or c.unit_id = any($5) or c.window_id = any($5) or c.received_by = $2
            or exists (select from task_open t where t.centre_id = c.centre_id and t.case_id = c.case_id
                and (t.assignee = $2 or t.owner = $2 or ({TaskOffers.Condition}) or ({TaskOffers.InPlaceOfAbsent})))
            or exists (select from case_copy y where y.centre_id = c.centre_id and y.case_id = c.case_id and y.user_name = $2)
            or exists (select from task_closed d where d.centre_id = c.centre_id and d.case_id = c.case_id and d.closed_by = $2))
        """;

    /// <summary>Whether a person sees every case there is; then nothing is left to ask.</summary>
    public static bool IsWhole(Access access, CentreDirectory directory) => access.IsSystem || directory.UnitsIn(access, Overseers).Distinct().Count() == directory.Units.Length;

    /// <summary>
    /// The same cases as <see cref="Condition"/>, each way to see them along an index of its own: a person with few among many is not made to
    /// look at all. A case that can be seen in several ways is there more than once.
    /// </summary>
    /// <param name="access">Whose ways; one that leads nowhere, as to the windows of who serves at none, is not planned.</param>
    /// <param name="directory">The organisation.</param>
    /// <param name="cases">Makes a selection of rows <c>c</c> (<c>case_id</c>, and what puts them in order) from a condition on them, and what stands beside them.</param>
    public static IEnumerable<string> Ways(Access access, CentreDirectory directory, Func<string, string, string> cases)
    {
        var serves = directory.UnitsIn(access, Role.WindowClerk).Length > 0;
        if (serves || directory.UnitsIn(access, Overseers).Length > 0)
        {
            yield return Each("$4 || $5", cases("c.unit_id = u.unit_id", ""));
        }

        if (serves)
        {
            yield return Each("$5", cases("c.window_id = u.unit_id", ""));
        }

        yield return cases("c.received_by = $2", "");
        string[] standingIn = access.Deputyships.IsEmpty ? [] : [TaskOffers.InPlaceOfAbsent];
        foreach (var task in (string[])["t.assignee = $2", "t.owner = $2", TaskOffers.ToRole, TaskOffers.ToPerson, .. standingIn])
        {
            yield return cases(task, "join task_open t on t.centre_id = c.centre_id and t.case_id = c.case_id");
        }

        yield return cases("y.user_name = $2", "join case_copy y on y.centre_id = c.centre_id and y.case_id = c.case_id");
        yield return cases("d.closed_by = $2", "join task_closed d on d.centre_id = c.centre_id and d.case_id = c.case_id");

        static string Each(string units, string cases) => $"(select e.* from unnest({units}) u(unit_id) cross join lateral {cases} e)";
    }

    public static NpgsqlParameter[] Parameters(Access access, CentreDirectory directory)
    {
        var offers = TaskOffers.To(access, directory);
        return
        [
            Sql.Of(access.CentreId), Sql.Of(access.UserName), Sql.Of(access.IsSystem), Sql.Of(directory.UnitsIn(access, Overseers)),
            Sql.Of(directory.UnitsIn(access, Role.WindowClerk)), Sql.Of(0), Sql.Of(offers.Units), Sql.Of(offers.Roles), Sql.Of(offers.Posts), Sql.Of(offers.Absent),
        ];
    }
}
