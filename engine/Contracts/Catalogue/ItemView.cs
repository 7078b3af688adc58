namespace ApprovalEngine.Contracts.Catalogue;

/// <summary>A version of an item.</summary>
/// <param name="Code">Its key.</param>
/// <param name="State">Whether it can be applied for.</param>
/// <param name="CurrentVersion">The version that new cases get.</param>
/// <param name="Version">The version shown.</param>
/// <param name="PublishedAt">When it was published (UTC).</param>
/// <param name="PublishedBy">By whom.</param>
/// <param name="Content">What it says.</param>
public sealed record ItemView(string Code, ItemState State, int CurrentVersion, int Version, DateTimeOffset PublishedAt, string PublishedBy, ItemText Content)
{
    /// <summary>The last local date for which a paper can be promised when an application is accepted now; null where nothing bounds it.</summary>
    public DateOnly? LastPromise { get; init; }
}
