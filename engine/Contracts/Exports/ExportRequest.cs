namespace ApprovalEngine.Contracts.Exports;

/// <summary>A list is to be taken out: all rows of the filter in the address, in the reader's scope and language.</summary>
/// <param name="Format">As what.</param>
/// <param name="ShowsProgress">
/// Whether the answer tells how far it has come (<see cref="ExportProgress"/>, a line of JSON each) before the line that names the file
/// (<see cref="ExportedFile"/>) and the file itself; otherwise it is the file alone.
/// </param>
/// <param name="Reason">Why ID and telephone numbers are needed in full, for who works on the cases; null leaves them hidden.</param>
/// <param name="Sort">The column by which a screen has sorted a list that it has as a whole, a minus before it for the largest first; null for the list's own order.</param>
public sealed record ExportRequest(ExportFormat Format, bool ShowsProgress = false, string? Reason = null, string? Sort = null);
