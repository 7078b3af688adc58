namespace ApprovalEngine.Approval.Cases;

/// <summary>An act on a case as the writer runs it: once, or again on the newer state when another act was faster.</summary>
public sealed record CaseAct
{
    /// <summary>The centre.</summary>
    public required int CentreId { get; init; }

    /// <summary>The case.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Key under which it happens once; null for acts of the system.</summary>
    public IdempotencyKey? Key { get; init; }

    /// <summary>Instant (UTC) at which it happens; null means now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>A sweep looks at the alert watch anew even where nothing moved.</summary>
    internal bool IsSweep { get; init; }

    /// <summary>Checks the right and does it, at an instant. What fell due before has happened already. Must have no effect but on the session.</summary>
    public required Action<CaseSession, DateTimeOffset> Do { get; init; }
}
