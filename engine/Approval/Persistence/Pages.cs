using ApprovalEngine.Contracts.Cases;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>Cuts pages that are read by key.</summary>
internal static class Pages
{
    /// <summary>A page of the rows that were read; one more than the page holds says that there is a next one.</summary>
    public static Page<T> Of<T>(IReadOnlyList<T> rows, int take, Func<T, string> key) =>
        rows.Count > take ? new([.. rows.Take(take)], key(rows[take - 1])) : new(rows, null);
}
