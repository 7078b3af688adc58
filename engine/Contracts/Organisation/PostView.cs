namespace ApprovalEngine.Contracts.Organisation;

/// <summary>A post (崗位) that a flow may name instead of a person.</summary>
/// <param name="Code">Its key.</param>
/// <param name="Name">What it is called.</param>
public sealed record PostView(string Code, LocalText Name);
