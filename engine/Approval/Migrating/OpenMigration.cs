namespace ApprovalEngine.Approval.Migrating;

/// <summary>What a run needs to know of a migration.</summary>
internal sealed record OpenMigration(int CentreId, Guid MigrationId, string DefinitionId, int From, int To, string Mapping, string StartedBy, string Reason);
