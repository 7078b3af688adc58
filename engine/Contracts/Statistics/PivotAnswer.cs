namespace ApprovalEngine.Contracts.Statistics;

/// <summary>A figure over two dimensions at once.</summary>
/// <param name="Figure">Code of the figure.</param>
/// <param name="From">First local date of the centre.</param>
/// <param name="To">Last local date, inclusive.</param>
/// <param name="Rows">Dimension of the rows: item, unit, person, window, channel or month.</param>
/// <param name="Columns">Dimension of the columns; another one.</param>
/// <param name="RowKeys">Codes of the rows, in their order, as the groups of a question by their dimension bear them.</param>
/// <param name="ColumnKeys">Codes of the columns, in their order.</param>
/// <param name="Cells">
/// Each where there are cases, with the totals. A total is the figure of all cases of its row or column, never a sum or a mean of cells: people
/// share cases, and what is open at the end of a month may be so at the end of the next.
/// </param>
public sealed record PivotAnswer(
    string Figure, DateOnly From, DateOnly To, string Rows, string Columns, IReadOnlyList<string> RowKeys, IReadOnlyList<string> ColumnKeys, IReadOnlyList<PivotCell> Cells);

/// <summary>A cell: what the same question filtered to its row and column answers.</summary>
/// <param name="Row">Code of the row; null for the total of a column.</param>
/// <param name="Column">Code of the column; null for the total of a row.</param>
/// <param name="Value">The figure.</param>
public sealed record PivotCell(string? Row, string? Column, FigureValue Value);
