using ApprovalEngine.Contracts.Definitions;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>All that the page of a flow shows.</summary>
/// <param name="Newest">The newest version, with its document.</param>
/// <param name="Versions">All versions, newest first.</param>
/// <param name="Findings">What the linter says about the newest.</param>
/// <param name="Use">Open cases of each version.</param>
/// <param name="Releases">Requests to publish it, newest first.</param>
/// <param name="NeedsRelease">Whether a second administrator releases what is published.</param>
public sealed record FlowFile(
    FlowVersionView Newest, IReadOnlyList<FlowSummary> Versions, IReadOnlyList<FlowFinding> Findings, IReadOnlyList<FlowUse> Use, IReadOnlyList<FlowReleaseView> Releases, bool NeedsRelease)
{
    /// <summary>What its activities are called, by id.</summary>
    public IReadOnlyDictionary<string, string> Names { get; } = ActivityNames.Of(Newest.Document);

    /// <summary>The version on which new cases start; null where none is published.</summary>
    public FlowSummary? Published => Versions.FirstOrDefault(version => version.IsPublished);

    /// <summary>Open cases of all versions.</summary>
    public int OpenCases => Use.Sum(one => one.OpenCases);
}
