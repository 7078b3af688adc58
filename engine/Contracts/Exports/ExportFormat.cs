namespace ApprovalEngine.Contracts.Exports;

/// <summary>As what a list is taken out.</summary>
public enum ExportFormat
{
    /// <summary>Text with commas, in UTF-8 with its mark.</summary>
    Csv,

    /// <summary>A workbook of Excel.</summary>
    Xlsx,
}
