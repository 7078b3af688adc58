using ApprovalEngine.AdminUi.Components;

namespace ApprovalEngine.AdminUi.Administration;

/// <summary>What rows of roles or posts come to: how far each reaches, and which of them say nothing new.</summary>
public static class Scopes
{
    /// <summary>The row above in the tree, or the same once more, that gives a row's right already; null where there is none.</summary>
    public static ScopeRow? CoveredBy(IReadOnlyList<ScopeRow> rows, ScopeRow row, UnitTree tree) => !row.IsWhole
        ? null
        : rows.TakeWhile(other => other != row).FirstOrDefault(other => other.What == row.What && other.Unit == row.Unit)
            ?? rows.FirstOrDefault(other => other.What == row.What && tree.IsBelow(row.Unit, other.Unit));

    /// <summary>The rows as they are sent: whole ones, each once.</summary>
    public static IReadOnlyList<T> Read<T>(IEnumerable<ScopeRow> rows, Func<ScopeRow, T> make) => [.. rows.Where(row => row.IsWhole).Select(make).Distinct()];
}
