using System.Collections.Immutable;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>
/// Somebody is away and a deputy stands in: for exactly these local days, with the posts of the absent person but with the deputy's own
/// roles, so that nobody sees a case outside their own scope. Deputies of deputies are not followed.
/// </summary>
/// <param name="For">User name of who is away.</param>
/// <param name="Posts">The absent person's posts.</param>
/// <param name="FromOn">First day.</param>
/// <param name="UntilOn">Last day, inclusive.</param>
public sealed record Deputyship(string For, ImmutableArray<Holding> Posts, DateOnly FromOn, DateOnly UntilOn)
{
    /// <summary>Whether it lasts on a day.</summary>
    public bool Covers(DateOnly on) => FromOn <= on && on <= UntilOn;

    /// <summary>Whether the absent person holds the post at the unit or above it.</summary>
    public bool Holds(string post, UnitEntry unit) => Posts.Any(holding => holding.Post == post && unit.IsWithin(holding.UnitPath));
}
