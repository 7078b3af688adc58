namespace ApprovalEngine.Approval.Organisation.Import;

/// <summary>A line of a sheet.</summary>
/// <param name="Line">As the sheet counts: the heads are 1.</param>
/// <param name="Cells">Trimmed text by column.</param>
internal sealed record SheetRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>A cell; empty where there is none.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}
