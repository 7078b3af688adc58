using System.Collections.Immutable;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Organisation;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>Who acts, and what that person may: passed to every command and query, which check role, scope and assignment of each object.</summary>
/// <param name="UserName">The person, or a program such as <c>system/cli</c>.</param>
/// <param name="CentreId">The centre whose data it may touch.</param>
/// <param name="Grants">Roles, each with the unit from which it reaches down.</param>
/// <param name="Posts">Posts held.</param>
public sealed record Access(string UserName, int CentreId, ImmutableArray<Grant> Grants, ImmutableArray<Holding> Posts)
{
    /// <summary>Whether it is the product itself (jobs, timers, the command line), which may do everything in its centre.</summary>
    public bool IsSystem { get; private init; }

    /// <summary>
    /// Whether a program asks by a key of its own. It does what its roles allow except what people decide: tasks, alerts, releases of flows, keys.
    /// Whoever gave it the key would else be a second person to themselves.
    /// </summary>
    public bool IsProgram { get; init; }

    /// <summary>Whom the person stands in for on the day on which this was looked up; every act asks again for its own day.</summary>
    public ImmutableArray<Deputyship> Deputyships { get; init; } = [];

    /// <summary>The product itself.</summary>
    public static Access System(int centreId, string userName = Actors.CommandLine) =>
        new(userName, centreId, [], []) { IsSystem = true };

    /// <summary>The same rights where the organisation stands now: a unit may have been moved since they were looked up.</summary>
    public Access In(CentreDirectory directory) => this with
    {
        Grants = [.. Grants.Select(grant => directory.FindUnit(grant.UnitId) is { } unit ? grant with { UnitPath = unit.Path } : grant)],
        Posts = [.. Posts.Select(held => directory.FindUnit(held.UnitId) is { } unit ? held with { UnitPath = unit.Path } : held)],
    };

    /// <summary>Whether the person holds one of the roles anywhere.</summary>
    public bool Has(params ReadOnlySpan<Role> roles)
    {
        if (IsSystem)
        {
            return true;
        }

        foreach (var grant in Grants)
        {
            if (roles.Contains(grant.Role))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a role reaches the unit: it is held at the unit or above it.</summary>
    public bool Reaches(Role role, UnitEntry unit) =>
        IsSystem || Grants.Any(grant => grant.Role == role && unit.IsWithin(grant.UnitPath));

    /// <summary>Whether the post is held at the unit or above it.</summary>
    public bool Holds(string post, UnitEntry unit) =>
        IsSystem || Posts.Any(holding => holding.Post == post && unit.IsWithin(holding.UnitPath));

    /// <summary>Refuses unless the person holds one of the roles somewhere.</summary>
    /// <exception cref="ForbiddenException">None of the roles is held.</exception>
    public void Require(params ReadOnlySpan<Role> roles)
    {
        if (!Has(roles))
        {
            throw new ForbiddenException("RoleMissing", $"This needs the role {string.Join(" or ", roles.ToArray())}.");
        }
    }

    /// <summary>Refuses programs.</summary>
    /// <param name="sentence">What people do, as a sentence.</param>
    /// <exception cref="ForbiddenException">A program asks.</exception>
    public void RequirePerson(string sentence)
    {
        if (IsProgram)
        {
            throw new ForbiddenException("NotAPerson", sentence);
        }
    }

    /// <summary>Refuses unless the role reaches the unit.</summary>
    /// <exception cref="ForbiddenException">The role is not held at the unit or above it.</exception>
    public void RequireAt(Role role, UnitEntry unit)
    {
        if (!Reaches(role, unit))
        {
            throw new ForbiddenException("OutOfScope", $"This needs the role {role} at unit '{unit.Code}' or above it.");
        }
    }
}

/// <summary>A role and the unit from which it reaches down.</summary>
/// <param name="Role">The role.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitPath">The unit's path.</param>
public sealed record Grant(Role Role, int UnitId, string UnitPath);

/// <summary>A post and the unit at which it is held.</summary>
/// <param name="Post">The post's code.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitPath">The unit's path.</param>
public sealed record Holding(string Post, int UnitId, string UnitPath);
