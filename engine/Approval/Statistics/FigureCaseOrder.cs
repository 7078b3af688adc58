using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>
/// An order of the cases behind a figure, as it stands in SQL over its facts <c>f</c>, grouped by case. A case's id begins with the instant of
/// its receipt, and an index goes along it. Other orders have a number as their key, which no index has: that of open cases reads those, those
/// by what a case contributes read the period's closings, of which there must not be too many.
/// </summary>
/// <param name="Key">The number by which it goes before the case; null for the case alone.</param>
/// <param name="IsDescending">The largest first.</param>
internal sealed record FigureCaseOrder(string? Key, bool IsDescending)
{
    /// <summary>So many closings are put in order; an index-only pass over them takes some tenths of a second.</summary>
    public const int MostSorted = 100_000;

    // What was taken back and given again nets out to the last one, as amounts do. Without a due moment the last of all.
    private const string DueKey = "coalesce(sum(f.sign * extract(epoch from f.due_at)), 1e15)";

    private string Direction => IsDescending ? "desc" : "asc";

    private string Beyond => IsDescending ? "<" : ">";

    /// <summary>The order that is asked for.</summary>
    /// <exception cref="RuleBrokenException">The measure's cases do not have it.</exception>
    public static FigureCaseOrder Of(FigureCaseSort? sort, Measure measure) =>
        !For(measure).Contains(sort ?? FigureCaseSort.Oldest)
            ? throw new RuleBrokenException("FilterInvalid", $"The cases of '{measure.Code}' are not put in the order '{sort}'.", "sort")
            : sort switch
            {
                FigureCaseSort.Newest => new(null, IsDescending: true),
                FigureCaseSort.Most => new(Sum(measure), IsDescending: true),
                FigureCaseSort.Least => new(Sum(measure), IsDescending: false),
                FigureCaseSort.Due => new(DueKey, IsDescending: false),
                _ => new(null, IsDescending: false),
            };

    /// <summary>Whether an order reads all of the period's closings.</summary>
    public static bool ReadsAll(FigureCaseSort? sort) => sort is FigureCaseSort.Most or FigureCaseSort.Least;

    /// <summary>The orders of a measure's cases: where each counts once there is no more and no less, and only what is open is urgent.</summary>
    public static IReadOnlyList<FigureCaseSort> For(Measure measure) =>
    [
        FigureCaseSort.Oldest, FigureCaseSort.Newest,
        .. measure.Amount == "1" ? [] : (FigureCaseSort[])[FigureCaseSort.Most, FigureCaseSort.Least],
        .. measure.Dated == FactDate.OpenAtEnd ? (FigureCaseSort[])[FigureCaseSort.Due] : [],
    ];

    /// <summary>What a measure's case contributes.</summary>
    public static string Sum(Measure measure) => $"sum(f.sign * ({measure.Amount}))::numeric";

    /// <summary>The key as a column.</summary>
    public string Column => Key ?? "0::numeric";

    /// <summary>Which groups come after the last one shown.</summary>
    public string After => Key is null ? $"(@after::uuid is null or f.case_id {Beyond} @after)" : $"(@after::uuid is null or ({Key}, f.case_id) {Beyond} (@afterKey::numeric, @after))";

    /// <summary>The order of rows that have the columns <c>key</c> and <c>case_id</c>.</summary>
    /// <param name="rows">What the rows are called, with a dot; nothing where they are not called anything.</param>
    public string By(string rows = "") => $"order by {rows}key {Direction}, {rows}case_id {Direction}";
}
