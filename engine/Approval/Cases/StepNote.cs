using System.Text.Json.Nodes;
using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What the trail says about an act beside what the flow made of it.</summary>
/// <param name="Act">Name of the act, past tense, for instance TaskCompleted.</param>
public sealed record StepNote(string Act)
{
    /// <summary>The task it was done on.</summary>
    public int? TaskNo { get; init; }

    /// <summary>The answer given.</summary>
    public string? Outcome { get; init; }

    /// <summary>The opinion written with it.</summary>
    public string? Opinion { get; init; }

    /// <summary>What the applicant is told in writing with it.</summary>
    public NoticeRequest? Notice { get; init; }

    /// <summary>For whom it was done, when not in the actor's own name.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Anything else the act carries: reason, days, data, material.</summary>
    public JsonObject? Details { get; init; }
}
