using System.Collections.Immutable;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>A person as the directory knows them.</summary>
/// <param name="UserId">Key in the tables.</param>
/// <param name="UserName">Key everywhere else.</param>
/// <param name="DisplayName">The name that screens show.</param>
/// <param name="IsActive">Whether they may sign in and be given work.</param>
/// <param name="Grants">Roles with scope.</param>
/// <param name="Posts">Posts held.</param>
/// <param name="SignInStamp">Changes when all sign-ins that stand shall end.</param>
public sealed record PersonEntry(int UserId, string UserName, string DisplayName, bool IsActive, ImmutableArray<Grant> Grants, ImmutableArray<Holding> Posts, string? SignInStamp)
{
    /// <summary>The person with other rights than they have.</summary>
    public PersonEntry With(IEnumerable<GrantView> grants, IEnumerable<HoldingView> posts, CentreDirectory organisation) => this with
    {
        Grants = [.. from grant in grants let unit = organisation.Unit(grant.Unit) select new Grant(grant.Role, unit.UnitId, unit.Path)],
        Posts = [.. from held in posts let unit = organisation.Unit(held.Unit) select new Holding(held.Post, unit.UnitId, unit.Path)],
    };

    /// <summary>Whether a task offered to this role (and post) at this unit is offered to them.</summary>
    public bool Answers(UnitEntry unit, Role role, string? post) =>
        IsActive
        && Grants.Any(grant => grant.Role == role && unit.IsWithin(grant.UnitPath))
        && (post is null || Posts.Any(holding => holding.Post == post && unit.IsWithin(holding.UnitPath)));
}
