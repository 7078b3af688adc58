namespace ApprovalEngine.Contracts.Organisation;

/// <summary>What a post shall be called; its code, which flows name, stays.</summary>
/// <param name="Name">The name.</param>
public sealed record ChangePostRequest(LocalText Name);
