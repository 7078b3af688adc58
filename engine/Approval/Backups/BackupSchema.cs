using ApprovalEngine.Approval.Persistence;
using Npgsql;

namespace ApprovalEngine.Approval.Backups;

/// <summary>
/// What of a database belongs into an archive, read from PostgreSQL's own catalogue so that no table can be forgotten: everything in
/// the product's schema. Not in: Quartz's tables (its one trigger is made anew at start; due moments stand in our own table), Hangfire's
/// schema (its jobs are registered at start and work from the state), and the list of migrations (it is in the manifest).
/// </summary>
internal static class BackupSchema
{
    private const string OursOnly = "n.nspname = current_schema() and c.relname not like 'qrtz\\_%' and c.relname <> '__EFMigrationsHistory'";

    private const string TablesSql = $"""
        select c.relname,
               array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum),
               array(select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.confrelid where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid)
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and not c.relispartition and {OursOnly}
         order by c.relname
        """;

    private const string SequencesSql = """
        select sequencename, last_value from pg_sequences where schemaname = current_schema() and sequencename not like 'qrtz\_%' and last_value is not null order by sequencename
        """;

    private const string PartitionsSql = $"""
        select c.relname, p.relname, pg_get_expr(c.relpartbound, c.oid)
          from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
         where c.relispartition and c.relkind in ('r', 'p') and {OursOnly}
         order by c.relname
        """;

    /// <summary>The tables, not yet counted, each after those it refers to.</summary>
    public static async Task<IReadOnlyList<BackupTable>> TablesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var found = await ReadAsync(
            connection, TablesSql, row => (Table: new BackupTable(row.GetString(0), row.GetFieldValue<string[]>(1), 0, ""), After: row.GetFieldValue<string[]>(2)), cancel);
        var ordered = new List<BackupTable>();
        while (ordered.Count < found.Count)
        {
            var ready = found.Where(one => !ordered.Contains(one.Table) && one.After.All(name => ordered.Any(table => table.Name == name))).Select(one => one.Table).ToList();
            ordered.AddRange(ready.Count > 0 ? ready : throw new InvalidOperationException("Tables refer to each other in a circle."));
        }

        return ordered;
    }

    /// <summary>Where the sequences stand.</summary>
    public static Task<List<BackupSequence>> SequencesAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        ReadAsync(connection, SequencesSql, row => new BackupSequence(row.GetString(0), row.GetInt64(1)), cancel);

    /// <summary>The parts of partitioned tables.</summary>
    public static Task<List<BackupPartition>> PartitionsAsync(NpgsqlConnection connection, CancellationToken cancel) =>
        ReadAsync(connection, PartitionsSql, row => new BackupPartition(row.GetString(0), row.GetString(1), row.GetString(2)), cancel);

    /// <summary>A name as SQL needs it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The COPY of a table to or from the program, with its columns named.</summary>
    public static string Copy(BackupTable table, string direction) =>
        $"copy {(direction == "to stdout" ? $"(select {Columns(table)} from {Quoted(table.Name)})" : $"{Quoted(table.Name)} ({Columns(table)})")} {direction}";

    private static string Columns(BackupTable table) => string.Join(", ", table.Columns.Select(Quoted));

    private static async Task<List<T>> ReadAsync<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ListAsync(read, cancel);
    }
}
