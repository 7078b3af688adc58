using System.Text.Json;

namespace ApprovalEngine.Contracts.Audit;

/// <summary>An act outside a case's own trail: administration, sign-ins, exports, who looked at a case.</summary>
/// <param name="EventId">Its number.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Actor">User name of who acted, or system/….</param>
/// <param name="Act">What, in the past tense.</param>
/// <param name="Subject">On what.</param>
/// <param name="Particulars">More.</param>
/// <param name="CaseNo">Number of the case that it was done to; null for other subjects.</param>
public sealed record EventListed(long EventId, DateTimeOffset At, string Actor, string Act, string Subject, JsonElement Particulars, string? CaseNo)
{
    /// <summary>What the flow of that name is called; null for other subjects, and for one that is no more.</summary>
    public string? FlowName { get; init; }
}
