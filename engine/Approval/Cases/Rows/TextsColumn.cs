using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace ApprovalEngine.Approval.Cases.Rows;

/// <summary>A column of lists of text. PostgreSQL has no arrays of lists of unequal length: of many rows, each list is sent as the text of an array.</summary>
internal sealed class TextsColumn<TRow> : RowColumn<TRow>
{
    private readonly Func<TRow, IReadOnlyList<string>> value;

    public TextsColumn(string name, Func<TRow, IReadOnlyList<string>> value)
        : base(name, "text[]")
    {
        this.value = value;
        SentAs = "text";
    }

    public override NpgsqlParameter Of(TRow row) => Parameter(value(row).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    public override NpgsqlParameter Of(IReadOnlyList<TRow> rows) => Parameter(rows.Select(row => Literal(value(row))).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    /// <summary>The text of an array; every element quoted, so that nothing in it means anything.</summary>
    internal static string Literal(IReadOnlyList<string> values)
    {
        var text = new StringBuilder("{");
        foreach (var one in values)
        {
            text.Append(text.Length > 1 ? ",\"" : "\"").Append(one.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
        }

        return text.Append('}').ToString();
    }
}
