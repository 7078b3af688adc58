namespace ApprovalEngine.Approval.Organisation;

/// <summary>What a centre has decided about how it works; kept as JSON, so that a setting that is not there is as shipped.</summary>
public sealed record CentreSettings
{
    /// <summary>Whether a flow is published only when a second administrator releases it; off as shipped.</summary>
    public bool FlowsNeedRelease { get; init; }
}
