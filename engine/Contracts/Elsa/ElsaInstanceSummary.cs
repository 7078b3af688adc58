namespace ApprovalEngine.Contracts.Elsa;

/// <summary>A case or a trial run in Elsa's lists.</summary>
public sealed record ElsaInstanceSummary
{
    /// <summary>The case's id, or the run's.</summary>
    public required string Id { get; init; }

    /// <summary>The definition it runs on.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Key of its version.</summary>
    public required string DefinitionVersionId { get; init; }

    /// <summary>Number of its version.</summary>
    public required int Version { get; init; }

    /// <summary>Running or Finished.</summary>
    public required string Status { get; init; }

    /// <summary>Pending, Executing, Suspended, Finished, Cancelled, Faulted.</summary>
    public required string SubStatus { get; init; }

    /// <summary>Elsa's correlation id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>A case's number, or the name that a trial run gave itself.</summary>
    public string? Name { get; init; }

    /// <summary>Open faults.</summary>
    public required int IncidentCount { get; init; }

    /// <summary>Receipt, or begin of the run (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Last change (UTC).</summary>
    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>End (UTC); null while it runs.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
