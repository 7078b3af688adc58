namespace ApprovalEngine.Contracts.Live;

/// <summary>Something was done outside cases of which one may see something.</summary>
/// <param name="Areas">Names of <see cref="LiveArea"/>; a server newer than the page may know more of them.</param>
public sealed record LiveActs(IReadOnlyList<string> Areas);
