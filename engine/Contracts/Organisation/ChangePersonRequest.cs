namespace ApprovalEngine.Contracts.Organisation;

/// <summary>What may change of a person: the whole of it, as it shall be.</summary>
/// <param name="DisplayName">The name that screens show.</param>
/// <param name="IsActive">Whether they may sign in and be given work.</param>
/// <param name="Grants">All roles with scope.</param>
/// <param name="Posts">All posts held.</param>
/// <param name="OpenWork">Where all open work goes, when the account is deactivated or loses a right by which it has some of it.</param>
/// <param name="BuildsOn">The person as they stood when the change was made: nothing that others have changed since is written over. Null for however they stand.</param>
public sealed record ChangePersonRequest(
    string DisplayName, bool IsActive, IReadOnlyList<GrantView> Grants, IReadOnlyList<HoldingView>? Posts = null, HandOverRequest? OpenWork = null, PersonView? BuildsOn = null);
