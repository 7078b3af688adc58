namespace ApprovalEngine.Contracts.Cases;

/// <summary>A written notice to the applicant that the limits of a case have moved (domain.md, "Suspension", "Extension"): read from the case's clocks, which keep what was said.</summary>
/// <param name="No">Number of the entry in the clocks' ledger, from 1.</param>
/// <param name="Kind">Suspension or Extension.</param>
/// <param name="At">Instant (UTC).</param>
/// <param name="Words">The cause of a suspension, a name of it where the law has one; the reason of an extension.</param>
public sealed record ClockNotice(int No, string Kind, DateTimeOffset At, string Words)
{
    /// <summary>User name of who approved it; null where a step of the flow stands for it.</summary>
    public string? By { get; init; }

    /// <summary>Legal basis of a suspension; null where none was given.</summary>
    public string? Basis { get; init; }

    /// <summary>Number of the document by which a case was suspended; null for none.</summary>
    public string? Document { get; init; }

    /// <summary>Local date on which a suspension ends by itself; null for none, and for extensions.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Local date on which the clock went on; null while it stands still, and for extensions.</summary>
    public DateOnly? EndedOn { get; init; }

    /// <summary>Whether the legal limit stands still too.</summary>
    public bool StopsLegal { get; init; }

    /// <summary>Working days that were added; null for suspensions.</summary>
    public int? Days { get; init; }
}
