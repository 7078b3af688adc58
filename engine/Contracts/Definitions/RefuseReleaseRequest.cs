namespace ApprovalEngine.Contracts.Definitions;

/// <summary>A version of a flow shall not be published as it is.</summary>
/// <param name="Reason">Why.</param>
public sealed record RefuseReleaseRequest(string Reason);
