namespace ApprovalEngine.Contracts.Organisation;

/// <summary>A person of a sheet: what its lines say of them together.</summary>
/// <param name="Line">The first line that names them, counted as the sheet does.</param>
/// <param name="UserName">Key.</param>
/// <param name="DisplayName">The name that screens show; empty leaves it to a person who is known.</param>
/// <param name="Grants">Roles that they get; what they hold besides they keep.</param>
/// <param name="Posts">Posts that they get; likewise.</param>
/// <param name="State">New, Changed or Unchanged; not believed when it comes back.</param>
public sealed record PersonRow(int Line, string UserName, string DisplayName, IReadOnlyList<GrantView> Grants, IReadOnlyList<HoldingView> Posts, string? State = null);
