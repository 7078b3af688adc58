using NpgsqlTypes;

namespace ApprovalEngine.Approval.Cases.Rows;

/// <summary>Columns by the type of their values.</summary>
internal static class Column
{
    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, int> value) => new RowColumn<TRow, int>(name, "int", NpgsqlDbType.Integer, value);

    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, int?> value) => new RowColumn<TRow, int?>(name, "int", NpgsqlDbType.Integer, value);

    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, short> value) => new RowColumn<TRow, short>(name, "smallint", NpgsqlDbType.Smallint, value);

    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, short?> value) => new RowColumn<TRow, short?>(name, "smallint", NpgsqlDbType.Smallint, value);

    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, long> value) => new RowColumn<TRow, long>(name, "bigint", NpgsqlDbType.Bigint, value);

    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, long?> value) => new RowColumn<TRow, long?>(name, "bigint", NpgsqlDbType.Bigint, value);

    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, bool> value) => new RowColumn<TRow, bool>(name, "boolean", NpgsqlDbType.Boolean, value);

    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, bool?> value) => new RowColumn<TRow, bool?>(name, "boolean", NpgsqlDbType.Boolean, value);

    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, Guid> value) => new RowColumn<TRow, Guid>(name, "uuid", NpgsqlDbType.Uuid, value);

    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, DateOnly> value) => new RowColumn<TRow, DateOnly>(name, "date", NpgsqlDbType.Date, value);

    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, DateTimeOffset> value) =>
        new RowColumn<TRow, DateTimeOffset>(name, "timestamptz", NpgsqlDbType.TimestampTz, value);

    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, DateTimeOffset?> value) =>
        new RowColumn<TRow, DateTimeOffset?>(name, "timestamptz", NpgsqlDbType.TimestampTz, value);

    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, string?> value) => new RowColumn<TRow, string?>(name, "text", NpgsqlDbType.Text, row => WellFormed.Of(value(row)));

    public static RowColumn<TRow> Of<TRow>(string name, Func<TRow, byte[]> value) => new RowColumn<TRow, byte[]>(name, "bytea", NpgsqlDbType.Bytea, value);

    /// <summary>A column of json, given as its text.</summary>
    public static RowColumn<TRow> Json<TRow>(string name, Func<TRow, string> value) => new RowColumn<TRow, string>(name, "json", NpgsqlDbType.Json, value);

    /// <summary>A column of jsonb, given as its text.</summary>
    public static RowColumn<TRow> Jsonb<TRow>(string name, Func<TRow, string> value) => new RowColumn<TRow, string>(name, "jsonb", NpgsqlDbType.Jsonb, value);

    /// <summary>A column of lists of text.</summary>
    public static RowColumn<TRow> Texts<TRow>(string name, Func<TRow, IReadOnlyList<string>> value) => new TextsColumn<TRow>(name, value);
}
