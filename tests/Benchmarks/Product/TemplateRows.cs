using Npgsql;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>The rows of a case in one table, in COPY's text form; columns that the database fills by itself are left out.</summary>
/// <param name="Table">The table.</param>
/// <param name="Columns">Its columns, separated by commas.</param>
/// <param name="Lines">The rows.</param>
internal sealed record TemplateRows(string Table, string Columns, IReadOnlyList<string> Lines)
{
    // The trail is made anew for each copy, with hashes of its own; messages of old cases have been delivered.
    private const string Find = """
        select c.table_name, string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position)
        from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
        where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name not like 'audit%' and c.table_name not in ('outbox', 'delivery')
            and c.is_identity = 'NO' and coalesce(c.column_default, '') not like '%xact_id%'
            and exists (select 1 from information_schema.columns o where o.table_schema = 'public' and o.table_name = c.table_name and o.column_name = 'case_id')
        group by c.table_name order by c.table_name
        """;

    /// <summary>All rows of a case, by table.</summary>
    public static async Task<IReadOnlyList<TemplateRows>> OfAsync(NpgsqlDataSource source, Guid caseId)
    {
        await using var connection = await source.OpenConnectionAsync();
        var tables = new List<(string Table, string Columns)>();
        await using (var command = new NpgsqlCommand(Find, connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        var found = new List<TemplateRows>();
        foreach (var (table, columns) in tables)
        {
            using var rows = await connection.BeginTextExportAsync($"copy (select {columns} from {table} where case_id = '{caseId}') to stdout");
            var text = await rows.ReadToEndAsync();
            if (text.Length > 0)
            {
                found.Add(new TemplateRows(table, columns, text.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
            }
        }

        return found;
    }
}
