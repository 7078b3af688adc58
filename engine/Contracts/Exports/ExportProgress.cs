namespace ApprovalEngine.Contracts.Exports;

/// <summary>How far an export has come.</summary>
/// <param name="Rows">Rows written so far.</param>
/// <param name="Of">Rows that there were when it began; null where they are not counted beforehand.</param>
public sealed record ExportProgress(long Rows, long? Of);
