using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Typed, unboxed parameters for the hot path.</summary>
internal static class Sql
{
    public static NpgsqlParameter Of(int value) => new NpgsqlParameter<int> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Integer };

    public static NpgsqlParameter Of(short value) => new NpgsqlParameter<short> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Smallint };

    public static NpgsqlParameter Of(long value) => new NpgsqlParameter<long> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Bigint };

    public static NpgsqlParameter Of(bool value) => new NpgsqlParameter<bool> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Boolean };

    public static NpgsqlParameter Of(Guid value) => new NpgsqlParameter<Guid> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Uuid };

    public static NpgsqlParameter Of(DateOnly value) => new NpgsqlParameter<DateOnly> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Date };

    public static NpgsqlParameter Of(DateTimeOffset value) => new NpgsqlParameter<DateTimeOffset> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.TimestampTz };

    public static NpgsqlParameter Of(string? value) => Reference(WellFormed.Of(value), NpgsqlDbType.Text);

    public static NpgsqlParameter Of(byte[]? value) => Reference(value, NpgsqlDbType.Bytea);

    public static NpgsqlParameter Of(string[]? value) => Reference(value, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public static NpgsqlParameter Of(int[]? value) => Reference(value, NpgsqlDbType.Array | NpgsqlDbType.Integer);

    public static NpgsqlParameter Of(short[]? value) => Reference(value, NpgsqlDbType.Array | NpgsqlDbType.Smallint);

    public static NpgsqlParameter Of(Guid[]? value) => Reference(value, NpgsqlDbType.Array | NpgsqlDbType.Uuid);

    public static NpgsqlParameter Of(DateTimeOffset[]? value) => Reference(value, NpgsqlDbType.Array | NpgsqlDbType.TimestampTz);

    public static NpgsqlParameter Json(string? value) => Reference(value, NpgsqlDbType.Jsonb);

    public static NpgsqlParameter Nullable(int? value) => Value(value, NpgsqlDbType.Integer);

    public static NpgsqlParameter Nullable(short? value) => Value(value, NpgsqlDbType.Smallint);

    public static NpgsqlParameter Nullable(long? value) => Value(value, NpgsqlDbType.Bigint);

    public static NpgsqlParameter Nullable(bool? value) => Value(value, NpgsqlDbType.Boolean);

    public static NpgsqlParameter Nullable(Guid? value) => Value(value, NpgsqlDbType.Uuid);

    public static NpgsqlParameter Nullable(DateOnly? value) => Value(value, NpgsqlDbType.Date);

    public static NpgsqlParameter Nullable(DateTimeOffset? value) => Value(value, NpgsqlDbType.TimestampTz);

    public static NpgsqlBatchCommand Command(string text, params ReadOnlySpan<NpgsqlParameter> parameters)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static NpgsqlParameter Value<T>(T? value, NpgsqlDbType type)
        where T : struct => value is { } given
            ? new NpgsqlParameter<T> { TypedValue = given, NpgsqlDbType = type }
            : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type };

    private static NpgsqlParameter Reference<T>(T? value, NpgsqlDbType type)
        where T : class => value is not null
            ? new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type }
            : new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = type };
}
