using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Roles and posts of a person as rows.</summary>
internal static class PersonRows
{
    /// <summary>Makes the person's roles and posts exactly these.</summary>
    public static async Task Give(this ApprovalDbContext context, Access access, CentreDirectory organisation, int userId, IReadOnlyList<GrantView> grants, IReadOnlyList<HoldingView> posts, CancellationToken cancel)
    {
        var postIds = await context.Set<Post>().Where(post => post.CentreId == access.CentreId).ToDictionaryAsync(post => post.Code, post => post.PostId, cancel);
        await context.Set<RoleGrant>().Where(row => row.CentreId == access.CentreId && row.UserId == userId).ExecuteDeleteAsync(cancel);
        await context.Set<PostHolding>().Where(row => row.CentreId == access.CentreId && row.UserId == userId).ExecuteDeleteAsync(cancel);
        context.AddRange(grants.Distinct().Select(grant => new RoleGrant { CentreId = access.CentreId, UserId = userId, Role = grant.Role, UnitId = organisation.Unit(grant.Unit).UnitId }));
        context.AddRange(posts.Distinct().Select(held => new PostHolding { CentreId = access.CentreId, UserId = userId, UnitId = organisation.Unit(held.Unit).UnitId, PostId = postIds[held.Post] }));
    }

    /// <summary>A person as the rows have them now; asked where changes wait for each other.</summary>
    public static async Task<PersonView> StandsAs(this ApprovalDbContext context, Access access, User user, CancellationToken cancel)
    {
        var grants = from grant in context.Set<RoleGrant>().Where(row => row.CentreId == access.CentreId && row.UserId == user.Id)
                     join unit in context.Set<OrgUnit>().Where(row => row.CentreId == access.CentreId) on grant.UnitId equals unit.UnitId
                     select new GrantView(grant.Role, unit.Code);
        var posts = from held in context.Set<PostHolding>().Where(row => row.CentreId == access.CentreId && row.UserId == user.Id)
                    join unit in context.Set<OrgUnit>().Where(row => row.CentreId == access.CentreId) on held.UnitId equals unit.UnitId
                    join post in context.Set<Post>().Where(row => row.CentreId == access.CentreId) on held.PostId equals post.PostId
                    select new HoldingView(post.Code, unit.Code);
        return new(user.UserName!, user.DisplayName, user.IsActive, await grants.ToListAsync(cancel), await posts.ToListAsync(cancel));
    }

    /// <summary>A person as the API shows them.</summary>
    public static PersonView View(this CentreDirectory organisation, PersonEntry person) => new(
        person.UserName,
        person.DisplayName,
        person.IsActive,
        [.. person.Grants.Select(grant => new GrantView(grant.Role, organisation.Unit(grant.UnitId).Code))],
        [.. person.Posts.Select(held => new HoldingView(held.Post, organisation.Unit(held.UnitId).Code))]);

    /// <summary>Whether an administrator's right reaches every unit at which the person holds a role or a post; a person without any belongs to the whole centre.</summary>
    public static bool IsAdministeredBy(this PersonEntry person, Access access, CentreDirectory organisation)
    {
        int[] units = [.. person.Grants.Select(grant => grant.UnitId), .. person.Posts.Select(held => held.UnitId)];
        return access.Reaches(Role.Administrator, organisation.Root) || (units.Length > 0 && units.All(unit => access.Reaches(Role.Administrator, organisation.Unit(unit))));
    }

    /// <summary>A person whom the administrator who asks administers; whoever does not learns nothing of them.</summary>
    /// <exception cref="NotFoundException">There is no such person in the administrator's reach.</exception>
    public static PersonEntry Administered(this CentreDirectory organisation, Access access, string userName) =>
        organisation.FindPerson(userName) is { } person && person.IsAdministeredBy(access, organisation) ? person : throw new NotFoundException("Person", userName);
}
