namespace ApprovalEngine.Contracts.Catalogue;

/// <summary>A version of an item in its history.</summary>
/// <param name="Version">Its number.</param>
/// <param name="PublishedAt">When it was published (UTC).</param>
/// <param name="PublishedBy">By whom.</param>
/// <param name="LegalDays">Working days by law.</param>
/// <param name="PromisedDays">Working days promised.</param>
/// <param name="DefinitionId">Its flow.</param>
public sealed record ItemVersionListed(int Version, DateTimeOffset PublishedAt, string PublishedBy, int LegalDays, int PromisedDays, string DefinitionId);
