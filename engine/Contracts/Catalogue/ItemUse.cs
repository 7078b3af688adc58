namespace ApprovalEngine.Contracts.Catalogue;

/// <summary>How many cases were accepted under a version of an item and are still open.</summary>
/// <param name="Version">The version.</param>
/// <param name="OpenCases">Cases that keep it when another version is published.</param>
public sealed record ItemUse(int Version, int OpenCases);
