namespace ApprovalEngine.Contracts.Migrations;

/// <summary>A migration and how far it has come.</summary>
/// <param name="MigrationId">Its id.</param>
/// <param name="DefinitionId">The flow.</param>
/// <param name="From">The version left.</param>
/// <param name="To">The version entered.</param>
/// <param name="State">Running, Paused or Finished.</param>
/// <param name="Cases">How many cases it began with.</param>
/// <param name="Done">How many are moved.</param>
/// <param name="Skipped">How many were left where they are, with a reason.</param>
/// <param name="Mapping">Which activity becomes which.</param>
/// <param name="Reason">Why.</param>
/// <param name="StartedAt">When it was started (UTC).</param>
/// <param name="StartedBy">By whom.</param>
/// <param name="FinishedAt">When the last case was dealt with (UTC).</param>
public sealed record MigrationView(
    Guid MigrationId, string DefinitionId, int From, int To, string State, int Cases, int Done, int Skipped, MappingText Mapping, string Reason,
    DateTimeOffset StartedAt, string StartedBy, DateTimeOffset? FinishedAt);

/// <summary>A case in a migration's report.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNo">Its number.</param>
/// <param name="Result">Waiting, Done or Skipped.</param>
/// <param name="Code">Why it was skipped.</param>
/// <param name="Where">The place that stood against it.</param>
/// <param name="Message">A sentence.</param>
/// <param name="At">When (UTC).</param>
public sealed record MigratedCase(Guid CaseId, string CaseNo, string Result, string? Code, string? Where, string? Message, DateTimeOffset? At);
