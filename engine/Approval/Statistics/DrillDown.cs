using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Statistics;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Statistics;

/// <summary>The cases behind a measure: the same condition, period and filters as its number.</summary>
internal sealed class DrillDown(NpgsqlDataSource database)
{
    /// <summary>One page, by case id.</summary>
    /// <param name="measure">A figure's numerator or denominator.</param>
    /// <param name="query">Which cases.</param>
    /// <param name="isCalendar">Only cases of this kind of limit; null for both.</param>
    /// <param name="after">The last case of the page before.</param>
    /// <param name="take">Page size.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<FigureCase>> Read(Measure measure, FigureQuery query, bool? isCalendar, Guid? after, int take, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Command(measure, query, isCalendar, after, take) } };
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
        var command = Command(measure, query, isCalendar, null, null);
        command.CommandText = $"select count(*) from ({command.CommandText}) listed";
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { command } };
        return (long)(await batch.ExecuteScalarAsync(cancel))!;
    }

    private static FigureCase One(NpgsqlDataReader reader) => new(
        reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetString(3),
        Instant(reader, 4), Instant(reader, 5), Instant(reader, 6), reader.GetDecimal(7));

    private static NpgsqlBatchCommand Command(Measure measure, FigureQuery query, bool? isCalendar, Guid? after, int? take)
    {
        // A page of each source along its own index; no case is in two of them.
        string[] sources = measure.Dated == FactDate.OpenAtEnd ? [FactSql.OpenNow, FactSql.ClosedSince] : [FactSql.DatedBy(measure.Dated, "{date} between @from and @to")];
        var pages = sources.Select(facts => $"""
            (select f.case_id, sum(f.sign * ({measure.Amount}))::numeric as amount
               from ({facts}) f
              where {measure.Where}{query.Narrowing}
                and (@limitKind::smallint is null or f.limit_kind = @limitKind)
                and (@after::uuid is null or f.case_id > @after)
              group by f.case_id
             having sum(f.sign) <> 0
              order by f.case_id
              limit @take)
            """);
        var command = query.Command($"""
            select c.case_id, c.case_no, i.code, u.code, c.accepted_at, c.due_at, c.closed_at, b.amount
              from (select * from ({string.Join(" union all ", pages)}) p order by p.case_id limit @take) b
              join cases c on c.centre_id = @centre and c.case_id = b.case_id
              join item i on i.centre_id = @centre and i.item_id = c.item_id
              join org_unit u on u.centre_id = @centre and u.unit_id = c.unit_id
             order by c.case_id
            """);
        command.Parameters.Add(new("limitKind", NpgsqlDbType.Smallint) { Value = isCalendar is { } kind ? (short)(kind ? 1 : 0) : DBNull.Value });
        command.Parameters.Add(new("after", NpgsqlDbType.Uuid) { Value = after is { } id ? id : DBNull.Value });
        command.Parameters.Add(new("take", NpgsqlDbType.Integer) { Value = take is { } most ? most : DBNull.Value });
        return command;
    }

    private static DateTimeOffset? Instant(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
}
