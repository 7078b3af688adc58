namespace ApprovalEngine.Approval.Backups;

/// <summary>A table of an archive.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns in the order of the rows.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Sha256">Of the rows in PostgreSQL's text form.</param>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows, string Sha256);
