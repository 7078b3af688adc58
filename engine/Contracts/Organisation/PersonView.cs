namespace ApprovalEngine.Contracts.Organisation;

/// <summary>A person with an account.</summary>
/// <param name="UserName">Key; never changes.</param>
/// <param name="DisplayName">The name that screens show.</param>
/// <param name="IsActive">Whether they may sign in and be given work.</param>
/// <param name="Grants">Roles, each with the unit from which it reaches down.</param>
/// <param name="Posts">Posts, each with the unit at which it is held.</param>
public sealed record PersonView(string UserName, string DisplayName, bool IsActive, IReadOnlyList<GrantView> Grants, IReadOnlyList<HoldingView> Posts)
{
    /// <summary>Whether both say the same of the same person, in whatever order their roles and posts stand.</summary>
    public bool IsAs(PersonView other) => (UserName, DisplayName, IsActive) == (other.UserName, other.DisplayName, other.IsActive)
        && Grants.ToHashSet().SetEquals(other.Grants) && Posts.ToHashSet().SetEquals(other.Posts);
}

/// <summary>A role at a unit.</summary>
/// <param name="Role">The role.</param>
/// <param name="Unit">The unit's code.</param>
public sealed record GrantView(Role Role, string Unit);

/// <summary>A post at a unit.</summary>
/// <param name="Post">The post's code.</param>
/// <param name="Unit">The unit's code.</param>
public sealed record HoldingView(string Post, string Unit);
