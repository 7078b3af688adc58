using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Statistics;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>The cases behind a measure: the same condition, period and filters as its number.</summary>
internal sealed class DrillDown(NpgsqlDataSource database)
{
    /// <summary>One page, each case with its key in the order.</summary>
    /// <param name="measure">A figure's numerator or denominator.</param>
    /// <param name="query">Which cases.</param>
    /// <param name="isCalendar">Only cases of this kind of limit; null for both.</param>
    /// <param name="sort">The order; null for the earliest received first.</param>
    /// <param name="after">The last case of the page before; null for none.</param>
    /// <param name="take">Page size.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<(FigureCase Case, decimal Key)>> Read(
        Measure measure, FigureQuery query, bool? isCalendar, FigureCaseSort? sort, FigureCaseCursor? after, int take, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Command(measure, query, isCalendar, FigureCaseOrder.Of(sort, measure), after, take) } };
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        return await reader.ListAsync(One, cancel);
    }

    /// <summary>How many cases there are.</summary>
    /// <param name="measure">A figure's numerator or denominator.</param>
    /// <param name="query">Which cases.</param>
    /// <param name="isCalendar">Only cases of this kind of limit; null for both.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<long> Count(Measure measure, FigureQuery query, bool? isCalendar, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        var command = Command(measure, query, isCalendar, FigureCaseOrder.Of(null, measure), null, null);
        command.CommandText = $"select count(*) from ({command.CommandText}) listed";
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { command } };
        return (long)(await batch.ExecuteScalarAsync(cancel))!;
    }

    private static (FigureCase Case, decimal Key) One(NpgsqlDataReader reader) => (new(
        reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
        Instant(reader, 4), Instant(reader, 5), Instant(reader, 6), null, reader.GetBoolean(9), reader.GetDecimal(7)), reader.GetDecimal(8));

    private static NpgsqlBatchCommand Command(Measure measure, FigureQuery query, bool? isCalendar, FigureCaseOrder order, FigureCaseCursor? after, int? take)
    {
        // A page of each source along its own index; no case is in two of them.
        string[] sources = measure.Dated == FactDate.OpenAtEnd ? [FactSql.OpenNow, FactSql.ClosedSince] : [FactSql.DatedBy(measure.Dated, "{date} between @from and @to")];
        var pages = sources.Select(facts => $"""
            (select f.case_id, {FigureCaseOrder.Sum(measure)} as amount, {order.Column} as key
               from ({facts}) f
              where {measure.Where}{query.Narrowing}
                and (@limitKind::smallint is null or f.limit_kind = @limitKind)
              {(order.Key is null ? $"and {order.After}" : "")}
              group by f.case_id
             having sum(f.sign) <> 0
              {(order.Key is null ? "" : $"and {order.After}")}
              {order.By()}
              limit @take)
            """);
        var command = query.Command($"""
            select c.case_id, c.case_no, i.code, u.code, c.accepted_at, c.due_at, c.closed_at, b.amount, b.key, c.status = 1 and coalesce(c.notice_at <= @now, false)
              from (select * from ({string.Join(" union all ", pages)}) p {order.By()} limit @take) b
              join cases c on c.centre_id = @centre and c.case_id = b.case_id
              join item i on i.centre_id = @centre and i.item_id = c.item_id
              join org_unit u on u.centre_id = @centre and u.unit_id = c.unit_id
             {order.By("b.")}
            """);
        command.Parameters.Add(new("now", NpgsqlDbType.TimestampTz) { Value = query.Now });
        command.Parameters.Add(new("limitKind", NpgsqlDbType.Smallint) { Value = isCalendar is { } kind ? (short)(kind ? 1 : 0) : DBNull.Value });
        command.Parameters.Add(new("after", NpgsqlDbType.Uuid) { Value = after is { } place ? place.CaseId : DBNull.Value });
        command.Parameters.Add(new("afterKey", NpgsqlDbType.Numeric) { Value = after is { } last ? last.Key : DBNull.Value });
        command.Parameters.Add(new("take", NpgsqlDbType.Integer) { Value = take is { } most ? most : DBNull.Value });
        return command;
    }

    private static DateTimeOffset? Instant(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
