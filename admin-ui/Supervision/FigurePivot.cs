using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.AdminUi.Supervision;

/// <summary>A pivot, and that of an earlier period where they are compared, with the question they answer.</summary>
/// <param name="Question">The question.</param>
/// <param name="Now">Its answer.</param>
/// <param name="Comparison">With which earlier period it is compared; null for none.</param>
/// <param name="Before">That period's answer; null likewise.</param>
public sealed record FigurePivot(FigureQuestion Question, PivotAnswer Now, Comparison? Comparison = null, PivotAnswer? Before = null)
{
    private readonly Dictionary<(string Row, string Column), FigureValue> cells = Now.ByPlace();
    private readonly Dictionary<(string Row, string Column), FigureValue> then = Before?.ByPlace() ?? [];

    /// <summary>Whether the figure is a rate.</summary>
    public bool IsRate { get; } = Now.Cells.Any(cell => cell.Value.Rate is not null);

    /// <summary>A cell; null where no case stands.</summary>
    /// <param name="row">Code of the row; null for the total of a column.</param>
    /// <param name="column">Code of the column; null for the total of a row.</param>
    public FigureValue? Of(string? row, string? column) => cells.GetValueOrDefault((row ?? "", column ?? ""));

    /// <summary>By how much a cell differs from the one in its place in the earlier period; null where there is none, or a rate of nothing.</summary>
    /// <param name="row">Code of the row; null for the total of a column.</param>
    /// <param name="column">Code of the column; null for the total of a row.</param>
    public decimal? Change(string? row, string? column) =>
        Comparison is not { } with || Before is null || Key(with, Now.Rows, row) is not { } there || Key(with, Now.Columns, column) is not { } under ? null
        : IsRate ? Of(row, column)?.Rate?.Value - then.GetValueOrDefault((there, under))?.Rate?.Value
        : (Of(row, column)?.Count ?? 0) - (then.GetValueOrDefault((there, under))?.Count ?? 0);

    private string? Key(Comparison with, string dimension, string? key) => key is null ? "" : Question.Days.EarlierKey(with, dimension, key);
}
