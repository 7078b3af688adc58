using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ApprovalEngine.Contracts.Statistics;

namespace ApprovalEngine.AdminUi.Supervision;

/// <summary>A pivot as screens show it.</summary>
public static class Pivots
{
    /// <summary>Cells by row and column; "" stands for a total.</summary>
    public static Dictionary<(string Row, string Column), FigureValue> ByPlace(this PivotAnswer pivot) => pivot.Cells.ToDictionary(cell => (cell.Row ?? "", cell.Column ?? ""), cell => cell.Value);

    /// <summary>Whether cases stand behind it: a rate has those that it is reckoned of.</summary>
    public static bool HasCases([NotNullWhen(true)] this FigureValue? value) => value is { Count: > 0 } or { Rate.Denominator: > 0 };

    /// <summary>A count, or percent; where no case stands, 0 or a dash, for a rate of nothing is none.</summary>
    public static string Say(this FigureValue? value, bool isRate) =>
        isRate ? value?.Rate?.Say() ?? "–" : (value?.Count ?? 0).ToString(CultureInfo.InvariantCulture);
}
