using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>What is on offer to a person, as keys that SQL compares: <c>role:unit</c> and <c>post:unit</c>, scopes unfolded to units.</summary>
/// <param name="Units">Units in which anything can be on offer; narrows the index first.</param>
/// <param name="Roles">Pairs of role and unit.</param>
/// <param name="Posts">Pairs of post and unit; those of an absent person too, while the person stands in for them.</param>
/// <param name="Absent">User names of those for whom the person stands in.</param>
internal sealed record TaskOffers(int[] Units, string[] Roles, string[] Posts, string[] Absent)
{
    /// <summary>The condition on a row <c>t</c> of task_open: what is on offer to $2. $7 units, $8 roles, $9 posts, $10 absent.</summary>
    public const string Condition = """
        t.assignee is null and not ($2 = any(t.barred))
        and (t.offered_user = $2 or (t.offered_user = any($10) and t.role || ':' || t.unit_id = any($8))
            or (t.offered_user is null and t.unit_id = any($7) and t.role || ':' || t.unit_id = any($8)
                and (t.post is null or t.post || ':' || t.unit_id = any($9))))
        """;

    /// <summary>The condition on a row <c>t</c> of task_open that an absent person has, for whom $2 stands in within their own roles' scope.</summary>
    public const string InPlaceOfAbsent = "t.assignee = any($10) and not ($2 = any(t.barred)) and t.role || ':' || t.unit_id = any($8)";

    /// <summary>Roles that a task can ask for: any but a program's.</summary>
    private static readonly Role[] Working = [.. Enum.GetValues<Role>().Where(role => role != Role.System)];

    public static TaskOffers To(Access access, CentreDirectory directory)
    {
        var roles = (access.IsProgram ? [] : Working).SelectMany(role => directory.UnitsIn(access, role).Select(unit => (Role: role, Unit: unit))).ToArray();
        var held = access.Posts.Concat(access.Deputyships.SelectMany(deputyship => deputyship.Posts));
        var posts = held.SelectMany(holding => directory.Units.Where(unit => unit.IsWithin(holding.UnitPath)).Select(unit => $"{holding.Post}:{unit.UnitId}"));
        return new TaskOffers([.. roles.Select(pair => pair.Unit).Distinct()], [.. roles.Select(pair => $"{pair.Role}:{pair.Unit}")], [.. posts.Distinct()], [.. access.Deputyships.Select(deputyship => deputyship.For)]);
    }
}
