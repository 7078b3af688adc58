using ApprovalEngine.Contracts.Live;

namespace ApprovalEngine.Approval.Live;

/// <summary>What one who watches is told: keys and areas, never contents.</summary>
/// <param name="Cases">Cases that changed and may concern them.</param>
/// <param name="Areas">What else changed of which they may see something.</param>
public sealed record LiveNews(IReadOnlyList<Guid> Cases, IReadOnlyList<LiveArea> Areas);
