namespace ApprovalEngine.Contracts.Organisation;

/// <summary>What a centre has decided about how it works.</summary>
/// <param name="FlowsNeedRelease">Whether a flow is published only when a second administrator releases it.</param>
public sealed record CentreSettingsView(bool FlowsNeedRelease);
