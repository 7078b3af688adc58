using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Cases.Rows;

/// <summary>A column of a statement that writes rows: its name and type, and how a row's value is sent, alone or with others'.</summary>
/// <typeparam name="TRow">What a row is made from.</typeparam>
internal abstract class RowColumn<TRow>(string name, string type)
{
    /// <summary>Name in the table.</summary>
    public string Name { get; } = name;

    /// <summary>Type of one value as it is sent in an array.</summary>
    public string SentAs { get; init; } = type;

    /// <summary>Type in the table.</summary>
    public string Type { get; } = type;

    /// <summary>The value of one row.</summary>
    public abstract NpgsqlParameter Of(TRow row);

    /// <summary>The values of many rows as one array.</summary>
    public abstract NpgsqlParameter Of(IReadOnlyList<TRow> rows);

    protected static NpgsqlParameter Parameter<T>(T value, NpgsqlDbType type) => value is null
        ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type }
        : new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type };
}

/// <summary>A column of single values.</summary>
internal sealed class RowColumn<TRow, T>(string name, string type, NpgsqlDbType sent, Func<TRow, T> value) : RowColumn<TRow>(name, type)
{
    public override NpgsqlParameter Of(TRow row) => Parameter(value(row), sent);

    public override NpgsqlParameter Of(IReadOnlyList<TRow> rows)
    {
        var values = new T[rows.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(rows[i]);
        }

        return Parameter(values, NpgsqlDbType.Array | sent);
    }
}
