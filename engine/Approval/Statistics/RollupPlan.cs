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
        Axis[] axes = [.. query.Filters.Keys.Concat(query.Groupings).Distinct()];
        if (axes.Length == 0)
        {
            return new(0, query.From, query.To, "0", "");
        }

        var first = query.From.Day == 1 ? query.From : new DateOnly(query.From.Year, query.From.Month, 1).AddMonths(1);
        var last = new DateOnly(query.To.AddDays(1).Year, query.To.AddDays(1).Month, 1).AddDays(-1);
        if (axes.Length > 1 || !axes[0].IsKept || last < first)
        {
            return new(0, query.To.AddDays(1), query.To, "0", "");
        }

        return new(
            axes[0].Dimension, first, last,
            query.Groupings.Any() ? "r.key" : "0",
            query.Filters.ContainsKey(axes[0]) ? $" and r.key = any(@{axes[0].Name})" : "");
    }
}
