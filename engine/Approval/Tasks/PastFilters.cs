using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Tasks;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>What a filter of a list of what is past says to the database; list and number have it from here, so that they agree.</summary>
internal static class PastFilters
{
    /// <summary>Conditions on rows <c>i</c> and <c>p</c>.</summary>
    /// <param name="filter">What is asked for.</param>
    /// <param name="first">Number of the first of the parameters that <see cref="Values"/> gives.</param>
    /// <param name="caseNo">Column of the case number.</param>
    public static string Conditions(PastFilter filter, int first, string caseNo) => string.Concat(
        string.IsNullOrWhiteSpace(filter.Item) ? "" : $" and i.code = ${first}",
        string.IsNullOrWhiteSpace(filter.Search) ? "" : $" and ({caseNo} ilike ${first + 1} or p.name ilike ${first + 1})");

    /// <summary>The item and the pattern.</summary>
    public static NpgsqlParameter[] Values(PastFilter filter) => [Sql.Of(filter.Item?.Trim()), Sql.Of(LikePattern.Containing(filter.Search))];
}
