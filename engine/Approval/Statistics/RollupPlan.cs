namespace ApprovalEngine.Approval.Statistics;

/// <summary>Which rows of the rollups answer a question: whole months from those by month, its ends from those by day.</summary>
/// <param name="Dimension">The rollup.</param>
/// <param name="From">First date.</param>
/// <param name="MonthsFrom">First date of the first whole month.</param>
/// <param name="MonthsTo">Last date of the last whole month; the day before <paramref name="MonthsFrom"/> where there is none.</param>
/// <param name="To">Last date.</param>
/// <param name="GroupKey">The group, from a row <c>r</c>.</param>
/// <param name="Narrowing">The filters over a row <c>r</c>.</param>
internal sealed record RollupPlan(short Dimension, DateOnly From, DateOnly MonthsFrom, DateOnly MonthsTo, DateOnly To, string GroupKey, string Narrowing)
{
    /// <summary>The rows <c>r</c>, along the primary key. At mark 0 no rollup is read: there is none, or one of other rules or of another server.</summary>
    public string Rows => $"""
        (values ({(short)Grain.Day}::smallint, @rolledFrom::date, @monthsFrom::date - 1), ({(short)Grain.Month}, @monthsFrom, @monthsTo), ({(short)Grain.Day}, @monthsTo::date + 1, @rolledTo::date)) s(grain, first, last)
          join rollup r on r.centre_id = @centre and r.dim = {Dimension} and r.grain = s.grain and r.period between s.first and s.last
         where @mark > '0'{Narrowing}
        """;

    /// <summary>What serves a question over its period; null where two axes are crossed or people are asked for: the covering index answers.</summary>
    public static RollupPlan? For(FigureQuery query)
    {
        var whole = query.From.Day == 1 ? query.From : new DateOnly(query.From.Year, query.From.Month, 1).AddMonths(1);
        var last = LastWholeMonth(query.To);
        return whole <= last ? Of(query, query.From, whole, last) : Of(query, query.From, query.From, query.From.AddDays(-1));
    }

    /// <summary>What serves what was ever accepted and closed, whose difference is open at the end; null as above.</summary>
    public static RollupPlan? ForOpen(FigureQuery query) => Of(query, DateOnly.MinValue, DateOnly.MinValue, LastWholeMonth(query.To));

    private static DateOnly LastWholeMonth(DateOnly to) => new DateOnly(to.AddDays(1).Year, to.AddDays(1).Month, 1).AddDays(-1);

    private static RollupPlan? Of(FigureQuery query, DateOnly from, DateOnly monthsFrom, DateOnly monthsTo) => query.Filters.Keys.Concat(query.Groupings).Distinct().ToArray() switch
    {
        [] => new(Axis.Centre, from, monthsFrom, monthsTo, query.To, "0", ""),
        [{ IsKept: true } axis] => new(
            axis.Dimension, from, monthsFrom, monthsTo, query.To,
            query.Groupings.Any() ? "r.key" : "0",
            query.Filters.ContainsKey(axis) ? $" and r.key = any(@{axis.Name})" : ""),
        _ => null,
    };
}
