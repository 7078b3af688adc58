using System.Text.Json.Nodes;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>What came of a call.</summary>
/// <param name="IsSucceeded">The receiver took it.</param>
/// <param name="IsFinal">Trying again would not help.</param>
/// <param name="Result">The receiver's JSON; null for none.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
internal sealed record ServiceAnswer(bool IsSucceeded, bool IsFinal, JsonNode? Result, string? Error)
{
    /// <summary>Nobody answered in time: whoever else is to be asked there waits.</summary>
    public bool IsSilence { get; init; }
}
