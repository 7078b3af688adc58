namespace ApprovalEngine.Approval.Persistence;

/// <summary>What a set-up did that somebody must be told once. Everything is null when another host did it, or it was done before.</summary>
/// <param name="AdminPassword">The generated password of the user <c>admin</c>.</param>
/// <param name="DemoPassword">The generated password that the demo users share.</param>
public sealed record SetupReport(string? AdminPassword = null, string? DemoPassword = null);
