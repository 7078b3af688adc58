namespace ApprovalEngine.Contracts.Definitions;

/// <summary>A request to publish a version of a flow, which a second administrator decides.</summary>
/// <param name="No">Counted from 1 for each flow.</param>
/// <param name="Version">The version.</param>
/// <param name="Revision">The revision that was seen when it was asked for.</param>
/// <param name="Note">What is new.</param>
/// <param name="Overrides">Codes of linter errors that the asker takes upon themselves.</param>
/// <param name="AskedAt">When (UTC).</param>
/// <param name="AskedBy">User name.</param>
/// <param name="Status">Waiting, Released, Refused, or Superseded by a later request.</param>
/// <param name="DecidedAt">When it was decided (UTC); null while it waits.</param>
/// <param name="DecidedBy">User name.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="IsOutdated">The draft has been changed since; nothing can be released but what was asked for.</param>
/// <param name="IsYours">Whether the reader may decide it: nobody releases their own.</param>
public sealed record FlowReleaseView(
    int No, int Version, int Revision, string? Note, IReadOnlyList<string> Overrides, DateTimeOffset AskedAt, string AskedBy, string Status, DateTimeOffset? DecidedAt, string? DecidedBy, string? Reason,
    bool IsOutdated, bool IsYours);
