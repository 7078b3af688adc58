namespace ApprovalEngine.Contracts.Definitions;

/// <summary>How many cases run on a version of a flow.</summary>
/// <param name="Version">The version.</param>
/// <param name="OpenCases">Cases that are not closed yet; they stay on it when another version is published.</param>
public sealed record FlowUse(int Version, int OpenCases);
