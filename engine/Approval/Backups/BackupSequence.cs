namespace ApprovalEngine.Approval.Backups;

/// <summary>A sequence of an archive.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Last">Its last number.</param>
public sealed record BackupSequence(string Name, long Last);
