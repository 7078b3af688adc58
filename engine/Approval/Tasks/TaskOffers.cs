using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>What is on offer to a person, as keys that SQL compares: pairs of unit and role, and <c>post:unit</c>, scopes unfolded to units.</summary>
/// <param name="Units">The unit of each pair of unit and role that the person has.</param>
/// <param name="Roles">The role of each pair.</param>
/// <param name="Posts">Pairs of post and unit; those of an absent person too, while the person stands in for them.</param>
/// <param name="Absent">User names of those for whom the person stands in.</param>
internal sealed record TaskOffers(int[] Units, string[] Roles, string[] Posts, string[] Absent)
{
    /// <summary>The condition on a row <c>t</c> of task_open: what is on offer to $2. $7 units and $8 roles, $9 posts, $10 absent.</summary>
    public const string Condition = $"(({ToRole}) or ({ToPerson}))";

    /// <summary>What is offered by name. Index ix_task_open_offered (centre, person, due, case, task).</summary>
    public const string ToPerson = $"t.assignee is null and t.offered_user is not null and {NotBarred} and (t.offered_user = $2 or (t.offered_user = any($10) and {HasRole}))";

    /// <summary>What an absent person has, for whom $2 stands in within their own roles' scope.</summary>
    public const string InPlaceOfAbsent = $"t.assignee = any($10) and {NotBarred} and {HasRole}";

    /// <summary>What is offered to a role that $2 has in a unit.</summary>
    public const string ToRole = $"t.unit_id = any($7) and {ToAnyRole} and {HasRole}";

    // That $2 has the role is left to who asks.
    private const string ToAnyRole = $"{Unclaimed} and {IsAllowed}";

    private const string Unclaimed = "t.assignee is null and t.offered_user is null";

    private const string IsAllowed = $"{NotBarred} and (t.post is null or t.post || ':' || t.unit_id = any($9))";

    // As the index has it.
    private const string IsRestricted = "(t.post is not null or t.barred <> '{}')";

    private const string OfPair = $"t.centre_id = $1 and t.unit_id = o.unit_id and t.role = o.role and {Unclaimed}";

    /// <summary>
    /// How many rows <see cref="ToRole"/> has: of each pair all that is on offer, less what asks for a post that $2 has not or bars $2. Both are
    /// counted in an index alone, ix_task_open_claimable and ix_task_open_restricted.
    /// </summary>
    public const string CountToRole = $"""
        (select coalesce(sum(
                (select count(*) from task_open t where {OfPair})
                - (select count(*) from task_open t where {OfPair} and {IsRestricted} and not ({IsAllowed}))), 0)::int
           from unnest($7, $8) o(unit_id, role))
        """;

    private const string NotBarred = "not ($2 = any(t.barred))";

    private const string HasRole = "(t.unit_id, t.role) in (select o.unit_id, o.role from unnest($7, $8) o(unit_id, role))";

    /// <summary>Roles that a task can ask for: any but a program's.</summary>
    private static readonly Role[] Working = [.. Enum.GetValues<Role>().Where(role => role != Role.System)];

    public static TaskOffers To(Access access, CentreDirectory directory)
    {
        var roles = (access.IsProgram ? [] : Working).SelectMany(role => directory.UnitsIn(access, role).Select(unit => (Role: role, Unit: unit))).Distinct().ToArray();
        var held = access.Posts.Concat(access.Deputyships.SelectMany(deputyship => deputyship.Posts));
        var posts = held.SelectMany(holding => directory.Units.Where(unit => unit.IsWithin(holding.UnitPath)).Select(unit => $"{holding.Post}:{unit.UnitId}"));
        return new TaskOffers([.. roles.Select(pair => pair.Unit)], [.. roles.Select(pair => pair.Role.ToString())], [.. posts.Distinct()], [.. access.Deputyships.Select(deputyship => deputyship.For)]);
    }

    /// <summary>
    /// Selects from all that is on offer, pair by pair of unit and role along index ix_task_open_claimable (centre, unit, role, due, case, task),
    /// and what is offered by name: the same rows as <see cref="Condition"/> has, each once.
    /// </summary>
    /// <param name="columns">What to select of rows <c>t</c>.</param>
    /// <param name="from">Where rows <c>t</c> come from.</param>
    /// <param name="rest">What follows the condition: more conditions, order, limit; of each pair.</param>
    public static string Rows(string columns, string from, string rest = "") => $"""
        select s.* from unnest($7, $8) o(unit_id, role) cross join lateral (
            select {columns} from {from} where {OfPair} and {IsAllowed} {rest}) s
        union all
        (select {columns} from {from} where t.centre_id = $1 and {ToPerson} {rest})
        """;
}
