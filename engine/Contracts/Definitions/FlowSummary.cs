namespace ApprovalEngine.Contracts.Definitions;

/// <summary>A version of a flow definition without its document.</summary>
/// <param name="Id">Key of this version.</param>
/// <param name="DefinitionId">The same over all versions.</param>
/// <param name="Version">Counted from 1.</param>
/// <param name="Name">Unique among definitions.</param>
/// <param name="IsLatest">Whether it is the newest version.</param>
/// <param name="IsPublished">Whether new cases start on it.</param>
/// <param name="Revision">Counts the saves of a draft; a save names the one that it builds on.</param>
/// <param name="CreatedAt">When the version was made (UTC).</param>
/// <param name="CreatedBy">User name.</param>
/// <param name="PublishedAt">When it was first published (UTC); from then on its document never changes.</param>
/// <param name="PublishedBy">User name.</param>
/// <param name="Note">What its author said about it.</param>
public sealed record FlowSummary(
    string Id,
    string DefinitionId,
    int Version,
    string Name,
    bool IsLatest,
    bool IsPublished,
    int Revision,
    DateTimeOffset CreatedAt,
    string CreatedBy,
    DateTimeOffset? PublishedAt,
    string? PublishedBy,
    string? Note)
{
    /// <summary>In the answer to a publication: how many flows that use it as an activity went over to it (option autoUpdateConsumingWorkflows).</summary>
    public int MovedConsumers { get; init; }

    /// <summary>A second administrator is asked to release the newest version: in the answer to a publication, and in a list of definitions.</summary>
    public bool AwaitsRelease { get; init; }

    /// <summary>In a list of definitions: the version on which new cases start; null where none is published.</summary>
    public int? PublishedVersion { get; init; }
}
