namespace ApprovalEngine.Approval.Exports;

/// <summary>A column of a list that is taken out.</summary>
/// <typeparam name="TRow">A row of the list.</typeparam>
/// <param name="Heading">In the reader's language.</param>
/// <param name="Cell">Text, a whole or decimal number, a local date or date and time, or null.</param>
public sealed record ExportColumn<TRow>(string Heading, Func<TRow, object?> Cell);
