namespace ApprovalEngine.Host.Studio;

/// <summary>Where fetched packages are kept.</summary>
/// <param name="Folder">The folder.</param>
public sealed record StudioCache(string Folder);
