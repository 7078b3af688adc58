using ApprovalEngine.Contracts.Tasks;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>The orders of a person's list of what is past, as they stand in SQL.</summary>
internal static class PastOrder
{
    /// <summary>
    /// Which rows come after the last one shown, in which order, and how many: along the list's index of person and instant, backwards or
    /// forwards. No index has the order by item <c>i</c>: what one person has is read as a whole and the page's rows are kept.
    /// </summary>
    /// <param name="sort">The order that is asked for.</param>
    /// <param name="first">Number of the first of the parameters that <see cref="PastCursor.Values"/> gives.</param>
    /// <param name="at">Column of the instant.</param>
    /// <param name="caseId">Column of the case.</param>
    /// <param name="no">What tells rows of one case and instant apart.</param>
    public static string Page(PastSort? sort, int first, string at, string caseId, string no)
    {
        var (key, place, item) = ($"({at}, {caseId}, {no})", $"(${first}, ${first + 1}, ${first + 2})", $"${first + 3}");
        var (after, by) = sort switch
        {
            PastSort.Oldest => ($"{key} > {place}", $"{at}, {caseId}, {no}"),
            PastSort.Item => ($"(i.code > {item} or (i.code = {item} and {key} < {place}))", $"i.code, {at} desc, {caseId} desc, {no} desc"),
            _ => ($"{key} < {place}", $"{at} desc, {caseId} desc, {no} desc"),
        };
        return $"and {after} order by {by} limit ${first + 4}";
    }
}
