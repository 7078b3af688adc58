using ApprovalEngine.Approval.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>Reads the tallies of a question: from a rollup where one serves, and what is not rolled up yet from the facts.</summary>
internal sealed class FigureReader(NpgsqlDataSource database)
{
    // What the rollups hold: nothing where they were built by other rules, or on another server.
    private const string MarkSql = "select xid from rollup_watermark where centre_id = $1 and rule_version = $2 and xid <= pg_snapshot_xmin(pg_current_snapshot())";

    private static readonly string NothingKept = string.Join(", ", Measures.Kept.Select(_ => "0::numeric"));

    /// <summary>The tallies, one or more a group.</summary>
    public async Task<IReadOnlyList<Tally>> Read(FigureQuery query, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        // One snapshot for all statements: closed and open cases fit together.
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
        await using var batch = new NpgsqlBatch(connection, transaction);
        var mark = await MarkAsync(connection, transaction, query.CentreId, cancel);
        foreach (var command in Open(query).Prepend(Counted(query)))
        {
            command.Parameters.Add(new("mark", NpgsqlDbType.Xid8) { Value = mark });
            batch.BatchCommands.Add(command);
        }

        await using var reader = await batch.ExecuteReaderAsync(cancel);
        var tallies = new List<Tally>();
        do
        {
            tallies.AddRange(await reader.ListAsync(One, cancel));
        }
        while (await reader.NextResultAsync(cancel));

        return tallies;
    }

    /// <summary>
    /// Facts of earlier transactions are in the rollups; 0 where none are. Read first, so that the database knows how few facts are left when it
    /// chooses the index: a day's facts may be a hundred thousand, those of the last minutes are not.
    /// </summary>
    private static async Task<ulong> MarkAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, int centreId, CancellationToken cancel)
    {
        await using var find = new NpgsqlCommand(MarkSql, connection, transaction) { Parameters = { new() { Value = centreId }, new() { Value = Measures.KeptVersion } } };
        return await find.ExecuteScalarAsync(cancel) is ulong mark ? mark : 0;
    }

    private static NpgsqlBatchCommand Counted(FigureQuery query)
    {
        var plan = RollupPlan.For(query);
        var rolled = plan is null ? "" : $"select {plan.GroupKey} as key, 0 as across, r.case_kind, r.limit_kind, {FactSql.SumColumns} from {plan.Rows} union all ";
        var fresh = plan is null ? "" : " and xid >= @mark";
        return Rolled(plan, query.Command($"""
            select key, across, case_kind, limit_kind, {string.Join(", ", Measures.Kept.Select(measure => $"sum({measure.Code})"))}, 0::numeric, 0::numeric
              from ({rolled}select {query.GroupColumns}, f.case_kind, f.limit_kind, {FactSql.Sums}
                      from ({FactSql.Dated($"{{date}} between @from and @to{fresh}")}) f{query.Joins}
                     where true{query.Narrowing}
                     group by 1, 2, 3, 4) x(key, across, case_kind, limit_kind, {FactSql.SumColumns})
             group by key, across, case_kind, limit_kind
            """));
    }

    /// <summary>What is open at the end: all that was ever accepted less all that was ever closed, and of it what is overdue; or, where no rollup serves, case by case.</summary>
    private static IEnumerable<NpgsqlBatchCommand> Open(FigureQuery query) => RollupPlan.ForOpen(query) is { } plan
        ? [Balance(query, plan), Each(query, FactSql.OverdueAtEnd, "0::numeric", "sum(f.sign)::numeric")]
        : [Each(query, FactSql.OpenAtEnd, "sum(f.sign)::numeric", $"coalesce(sum(f.sign) filter (where {Measures.OpenOverdue.Where}), 0)::numeric")];

    private static NpgsqlBatchCommand Balance(FigureQuery query, RollupPlan plan) => Rolled(plan, query.Command($"""
        select key, 0, case_kind, limit_kind, {NothingKept}, sum(opened)::numeric, 0::numeric
          from (select {plan.GroupKey} as key, r.case_kind, r.limit_kind, r.accepted - r.closed as opened
                  from {plan.Rows}
                union all
                select {query.By?.Column ?? "0"}, f.case_kind, f.limit_kind, {FactSql.Opened}
                  from case_fact f
                 where f.centre_id = @centre and f.xid >= @mark and f.on_date <= @to{query.Narrowing}) b
         group by key, case_kind, limit_kind
        having sum(opened) <> 0
        """));

    private static NpgsqlBatchCommand Each(FigureQuery query, string cases, string open, string overdue) => query.Command($"""
        select {query.GroupColumns}, f.case_kind, f.limit_kind, {NothingKept}, {open}, {overdue}
          from ({cases}) f{query.Joins}
         where true{query.Narrowing}
         group by 1, 2, 3, 4
        """);

    private static NpgsqlBatchCommand Rolled(RollupPlan? plan, NpgsqlBatchCommand command)
    {
        if (plan is not null)
        {
            command.Parameters.Add(new("rolledFrom", plan.From));
            command.Parameters.Add(new("monthsFrom", plan.MonthsFrom));
            command.Parameters.Add(new("monthsTo", plan.MonthsTo));
            command.Parameters.Add(new("rolledTo", plan.To));
        }

        return command;
    }

    private static Tally One(NpgsqlDataReader reader) => new()
    {
        Key = reader.GetInt32(0),
        Across = reader.GetInt32(1),
        IsInstant = reader.GetInt16(2) == 0,
        IsCalendar = reader.GetInt16(3) == 1,
        Sums = [.. Enumerable.Range(4, Measures.Kept.Count + 2).Select(reader.GetDecimal)],
    };
}
