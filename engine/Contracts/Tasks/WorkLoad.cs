namespace ApprovalEngine.Contracts.Tasks;

/// <summary>How much one person has to do.</summary>
/// <param name="Person">User name; null for what nobody has taken yet.</param>
/// <param name="Open">Open tasks.</param>
/// <param name="Overdue">Of these past their due moment.</param>
public sealed record WorkLoad(string? Person, int Open, int Overdue);
