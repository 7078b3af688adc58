namespace ApprovalEngine.Approval.Statistics;

/// <summary>Which part of a question a rollup answers.</summary>
/// <param name="Dimension">The rollup.</param>
/// <param name="From">First date that it serves.</param>
/// <param name="To">Last one; before <paramref name="From"/> where it serves none.</param>
/// <param name="GroupKey">The group, from a row <c>r</c>.</param>
/// <param name="Narrowing">The filters over a row <c>r</c>.</param>
internal sealed record RollupPlan(short Dimension, DateOnly From, DateOnly To, string GroupKey, string Narrowing)
{
    /// <summary>
    /// Without a dimension the days of the centre serve all of it; with one, that dimension's whole months; with two crossed, or
    /// with people, none does and the covering index answers.
    /// </summary>
    public static RollupPlan For(FigureQuery query)
    {
        var axes = Axes(query);
        if (axes.Length == 0)
        {
            return new(0, query.From, query.To, "0", "");
        }

        var first = query.From.Day == 1 ? query.From : new DateOnly(query.From.Year, query.From.Month, 1).AddMonths(1);
        var last = LastWholeMonth(query.To);
        if (axes.Length > 1 || !axes[0].IsKept || last < first)
        {
            return new(0, query.To.AddDays(1), query.To, "0", "");
        }

        return Of(axes[0], query, first, last);
    }

    /// <summary>
    /// The rollup of what was ever accepted and closed, whose difference is open at the end: up to the last whole month, or all of it where the
    /// end is still to come. Null where several axes are crossed or none is kept.
    /// </summary>
    public static RollupPlan? ForOpen(FigureQuery query) => Axes(query) switch
    {
        [] => new(0, DateOnly.MinValue, query.To, "0", ""),
        [{ IsKept: true } axis] => Of(axis, query, DateOnly.MinValue, query.EndsAt > query.Now ? query.To : LastWholeMonth(query.To)),
        _ => null,
    };

    private static Axis[] Axes(FigureQuery query) => [.. query.Filters.Keys.Concat(query.Groupings).Distinct()];

    private static DateOnly LastWholeMonth(DateOnly to) => new DateOnly(to.AddDays(1).Year, to.AddDays(1).Month, 1).AddDays(-1);

    private static RollupPlan Of(Axis axis, FigureQuery query, DateOnly from, DateOnly to) => new(
        axis.Dimension, from, to,
        query.Groupings.Any() ? "r.key" : "0",
        query.Filters.ContainsKey(axis) ? $" and r.key = any(@{axis.Name})" : "");
}
