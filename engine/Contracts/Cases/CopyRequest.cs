namespace ApprovalEngine.Contracts.Cases;

/// <summary>A case given to people to read (抄送).</summary>
/// <param name="Users">Their user names.</param>
/// <param name="Text">What they should look at.</param>
public sealed record CopyRequest(IReadOnlyList<string> Users, string? Text = null);
