namespace ApprovalEngine.Contracts.Definitions;

/// <summary>Publishes the newest version.</summary>
/// <param name="BuildsOn">Version and revision that is meant: what is published is what the administrator saw. Null for whatever is newest.</param>
/// <param name="Overrides">Codes of linter errors that the administrator takes upon himself by name (hazards of counter mode only).</param>
/// <param name="Note">What is new, for those who come after; null leaves what the last save said.</param>
public sealed record PublishFlowRequest(FlowBase? BuildsOn = null, IReadOnlyList<string>? Overrides = null, string? Note = null);
