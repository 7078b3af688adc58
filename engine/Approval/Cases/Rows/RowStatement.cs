using Npgsql;

namespace ApprovalEngine.Approval.Cases.Rows;

/// <summary>
/// A statement that writes rows of one table: a few each with plain values, many together with an array a column (<c>unnest</c>), so
/// that a large group of steps needs no more statements than a small one. Rows are written in the order given: whoever writes several takes them in the
/// same order, so that no two wait for each other.
/// </summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal sealed class RowStatement<TRow>
{
    private const int ColumnsPerRow = 6;

    private readonly RowColumn<TRow>[] columns;
    private readonly string one;
    private readonly string many;

    // The server takes each array of an unnest apart by itself, which costs about as much as a sixth of the statement that writes one row.
    private readonly int few;

    private RowStatement(RowColumn<TRow>[] columns, string one, string many) =>
        (this.columns, this.one, this.many, few) = (columns, one, many, Math.Max(1, columns.Length / ColumnsPerRow));

    /// <summary>Inserts rows.</summary>
    /// <param name="table">The table.</param>
    /// <param name="conflict">An <c>on conflict</c> clause, or nothing.</param>
    /// <param name="columns">What is inserted.</param>
    public static RowStatement<TRow> Insert(string table, string conflict, params RowColumn<TRow>[] columns)
    {
        var into = $"insert into {table} ({string.Join(", ", columns.Select(column => column.Name))})";
        return new(
            columns,
            $"{into} values ({string.Join(", ", columns.Select((_, i) => $"${i + 1}"))}) {conflict}",
            $"{into} select {string.Join(", ", columns.Select(Read))} from {Rows(columns)} {conflict}");
    }

    /// <summary>Updates rows found by their key.</summary>
    /// <param name="table">The table.</param>
    /// <param name="keys">How many of the columns, the first ones, are the key.</param>
    /// <param name="columns">The key and what is set.</param>
    public static RowStatement<TRow> Update(string table, int keys, params RowColumn<TRow>[] columns)
    {
        var set = columns.Index().Skip(keys).ToArray();
        return new(
            columns,
            $"update {table} t set {string.Join(", ", set.Select(at => $"{at.Item.Name} = ${at.Index + 1}"))} where {Single(columns, keys)}",
            $"update {table} t set {string.Join(", ", set.Select(at => $"{at.Item.Name} = {Read(at.Item)}"))} from {Rows(columns)} where {Joined(columns, keys)}");
    }

    /// <summary>Deletes rows found by their key.</summary>
    public static RowStatement<TRow> Delete(string table, params RowColumn<TRow>[] keys) => new(
        keys,
        $"delete from {table} t where {Single(keys, keys.Length)}",
        $"delete from {table} t using {Rows(keys)} where {Joined(keys, keys.Length)}");

    /// <summary>Adds what writes the rows to a batch: a statement each for a few, one for many.</summary>
    public void Add(ICollection<NpgsqlBatchCommand> batch, IReadOnlyList<TRow> rows)
    {
        if (rows.Count > few)
        {
            batch.Add(Command(many, column => column.Of(rows)));
            return;
        }

        foreach (var row in rows)
        {
            batch.Add(Command(one, column => column.Of(row)));
        }
    }

    private NpgsqlBatchCommand Command(string text, Func<RowColumn<TRow>, NpgsqlParameter> value)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var column in columns)
        {
            command.Parameters.Add(value(column));
        }

        return command;
    }

    private static string Rows(RowColumn<TRow>[] columns) =>
        $"unnest({string.Join(", ", columns.Select((column, i) => $"${i + 1}::{column.SentAs}[]"))}) as r ({string.Join(", ", columns.Select(column => column.Name))})";

    private static string Read(RowColumn<TRow> column) => column.SentAs == column.Type ? $"r.{column.Name}" : $"r.{column.Name}::{column.Type}";

    private static string Single(RowColumn<TRow>[] columns, int keys) => string.Join(" and ", columns.Take(keys).Select((column, i) => $"t.{column.Name} = ${i + 1}"));

    private static string Joined(RowColumn<TRow>[] columns, int keys) => string.Join(" and ", columns.Take(keys).Select(column => $"t.{column.Name} = r.{column.Name}"));
}
