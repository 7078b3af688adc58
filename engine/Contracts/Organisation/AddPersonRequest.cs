namespace ApprovalEngine.Contracts.Organisation;

/// <summary>A new person.</summary>
/// <param name="UserName">Letters, digits and . - _ @ +; unique, never changed.</param>
/// <param name="DisplayName">The name that screens show.</param>
/// <param name="Password">The first password.</param>
/// <param name="Grants">Roles with scope.</param>
/// <param name="Posts">Posts held.</param>
public sealed record AddPersonRequest(string UserName, string DisplayName, string Password, IReadOnlyList<GrantView> Grants, IReadOnlyList<HoldingView>? Posts = null);
