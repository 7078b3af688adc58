namespace ApprovalEngine.Approval.Backups;

/// <summary>A part of a partitioned table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Of">The table.</param>
/// <param name="Bound">Which rows belong to it.</param>
public sealed record BackupPartition(string Name, string Of, string Bound);
