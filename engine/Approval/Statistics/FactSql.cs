namespace ApprovalEngine.Approval.Statistics;

/// <summary>The SQL that reads facts, shared by numbers, drill-down and rollups.</summary>
internal static class FactSql
{
    private const string Columns = "fact_id, xid, sign, case_id, item_id, unit_id, window_id, channel, case_kind, limit_kind, limit_amount, used_amount, on_time, extended, decision, due_at";

    /// <summary>Sums of the kept measures over facts <c>f</c>, one column a measure.</summary>
    public static string Sums { get; } = string.Join(", ", Measures.Kept.Select(measure =>
        $"coalesce(sum(f.sign * ({measure.Amount})) filter (where f.dated = {(int)measure.Dated} and {measure.Where}), 0)::bigint as {measure.Code}"));

    /// <summary>The columns of the kept measures.</summary>
    public static string SumColumns { get; } = string.Join(", ", Measures.Kept.Select(measure => measure.Code));

    /// <summary>
    /// Facts with the date by which they belong to a period. Each branch is served by the covering index (centre_id, kind, on_date),
    /// the last one by (centre_id, accepted_on).
    /// </summary>
    /// <param name="where">Condition on <c>{date}</c> and other columns of the fact.</param>
    public static string Dated(string where) => string.Join(" union all ", new[] { FactDate.Acceptance, FactDate.Closing, FactDate.ClosedByAcceptance }.Select(date => DatedBy(date, where)));

    /// <summary>The facts that belong to a period by one date.</summary>
    /// <param name="date">Which.</param>
    /// <param name="where">Condition on <c>{date}</c> and other columns of the fact.</param>
    public static string DatedBy(FactDate date, string where)
    {
        var (facts, column) = date switch
        {
            FactDate.Acceptance => ("kind = 1", "on_date"),
            FactDate.Closing => ("kind = 2", "on_date"),
            FactDate.ClosedByAcceptance => ("kind = 2 and case_kind = 0", "accepted_on"),
            _ => throw new ArgumentOutOfRangeException(nameof(date), date, "These cases have no fact yet."),
        };
        return $"""
            select {Columns}, {(int)date} as dated, {column} as period from case_fact
             where centre_id = @centre and {facts} and {where.Replace("{date}", column, StringComparison.Ordinal)}
            """;
    }

    /// <summary>
    /// The cases that are accepted and not closed at the end of <c>@to</c>: those open now, and those closed since. A due moment that had
    /// passed then is the last one: nothing moves it afterwards (stops and extensions come before it), so the final one serves.
    /// </summary>
    public static string OpenAtEnd { get; } = $"{OpenNow} union all {ClosedSince}";

    /// <summary>Of <see cref="OpenAtEnd"/> those open now.</summary>
    public const string OpenNow = """
        select c.case_id, c.item_id, c.unit_id, c.window_id, c.channel, c.kind as case_kind, c.limit_kind, c.due_at, 1 as sign
          from cases c
         where c.centre_id = @centre and c.status < 7 and c.accepted_at < @ends
        """;

    /// <summary>
    /// Of <see cref="OpenAtEnd"/> those past their due moment: few, along ix_cases_open and ix_case_fact_late. Who was late then and was closed
    /// afterwards was closed late.
    /// </summary>
    public static string OverdueAtEnd { get; } = $"{OpenNow} and c.due_at < @until union all {ClosedSince} and on_time is not true and due_at < @until";

    /// <summary>What a fact <c>f</c> adds to the cases that are open: an acceptance one, a closing one less.</summary>
    public const string Opened = "case f.kind when 1 then f.sign else -f.sign end";

    /// <summary>Of <see cref="OpenAtEnd"/> those closed since, unless the closing was taken back.</summary>
    public const string ClosedSince = """
        select case_id, item_id, unit_id, window_id, channel, case_kind, limit_kind, due_at, sign
          from case_fact
         where centre_id = @centre and kind = 2 and on_date > @to and accepted_on <= @to
        """;
}
