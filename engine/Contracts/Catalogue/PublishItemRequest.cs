namespace ApprovalEngine.Contracts.Catalogue;

/// <summary>A new item, or the next version of one. Cases that run keep the version they were accepted under.</summary>
/// <param name="Content">What it says.</param>
/// <param name="BuildsOn">The version that was edited; null for a new item.</param>
public sealed record PublishItemRequest(ItemText Content, int? BuildsOn = null);
