namespace ApprovalEngine.Contracts.Audit;

/// <summary>A seal over what was committed since the one before. Whoever keeps its hash can later prove what it covers.</summary>
/// <param name="No">1, 2, 3 … without gaps.</param>
/// <param name="At">When it was made (UTC).</param>
/// <param name="Rows">Rows of cases' trails that it covers.</param>
/// <param name="Events">Administrative events that it covers.</param>
/// <param name="Previous">Hash of the seal before, hexadecimal.</param>
/// <param name="Hash">Its hash, hexadecimal.</param>
public sealed record SealListed(int No, DateTimeOffset At, int Rows, int Events, string Previous, string Hash);
