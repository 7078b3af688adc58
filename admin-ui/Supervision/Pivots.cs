using System.Globalization;
using ApprovalEngine.AdminUi.Resources;
using ApprovalEngine.AdminUi.Shell;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.AdminUi.Supervision;

/// <summary>A pivot as screens and files show it.</summary>
public static class Pivots
{
    /// <summary>Cells by row and column; "" stands for a total.</summary>
    public static Dictionary<(string Row, string Column), FigureValue> ByPlace(this PivotAnswer pivot) => pivot.Cells.ToDictionary(cell => (cell.Row ?? "", cell.Column ?? ""), cell => cell.Value);

    /// <summary>A count, or percent; where no case stands, 0 or a dash, for a rate of nothing is none.</summary>
    public static string Say(this FigureValue? value, bool isRate) =>
        isRate ? value?.Rate?.Say() ?? "–" : (value?.Count ?? 0).ToString(CultureInfo.InvariantCulture);

    /// <summary>The whole pivot; a rate with numerator and denominator in columns of their own.</summary>
    /// <param name="pivot">The pivot.</param>
    /// <param name="session">Knows what groups are called.</param>
    /// <param name="texts">Likewise.</param>
    public static string Csv(this PivotAnswer pivot, Session session, Texts texts)
    {
        var (csv, cells, isRate) = (new CsvText(), pivot.ByPlace(), pivot.Cells.Any(cell => cell.Value.Rate is not null));
        string?[] columns = [.. pivot.ColumnKeys, null];
        csv.Row([texts[$"By.{pivot.Rows}"], .. columns.SelectMany(column => Headings(session.GroupName(texts, pivot.Columns, column), isRate, texts))]);
        foreach (var row in pivot.RowKeys.Append<string?>(null))
        {
            csv.Row([session.GroupName(texts, pivot.Rows, row), .. columns.SelectMany(column => Values(cells.GetValueOrDefault((row ?? "", column ?? "")), isRate))]);
        }

        return csv.ToString();
    }

    private static IEnumerable<object?> Headings(string name, bool isRate, Texts texts) => isRate ? [$"{name} %", $"{name} {texts["Numerator"]}", $"{name} {texts["Denominator"]}"] : [name];

    private static IEnumerable<object?> Values(FigureValue? value, bool isRate) => isRate ? [value?.Rate?.Value, value?.Rate?.Numerator ?? 0, value?.Rate?.Denominator ?? 0] : [value?.Count ?? 0];
}
