namespace ApprovalEngine.Contracts.Cases;

/// <summary>A message about a case that went out.</summary>
/// <param name="At">Instant (UTC).</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">What was said.</param>
public sealed record CaseTold(DateTimeOffset At, string Subject, string Text)
{
    /// <summary>User names of those it went to.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Codes of the units it went to.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>Whether it went to the applicant.</summary>
    public bool IsToApplicant { get; init; }
}
