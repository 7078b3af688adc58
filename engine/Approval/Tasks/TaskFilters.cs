using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Tasks;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>What a filter of the inbox says to the database; a list that is not narrowed is asked for as it always was.</summary>
internal static class TaskFilters
{
    /// <summary>Conditions on rows <c>t</c>, <c>i</c> and <c>p</c>. $11 item, $12 due before, $13 pattern.</summary>
    public static string Conditions(InboxFilter filter) => string.Concat(
        string.IsNullOrWhiteSpace(filter.Item) ? "" : " and i.code = $11",
        filter.Due is null ? "" : " and t.due_at < $12",
        string.IsNullOrWhiteSpace(filter.Search) ? "" : " and (t.case_no ilike $13 or p.name ilike $13)");

    /// <summary>The values of $11 to $13.</summary>
    public static NpgsqlParameter[] Values(InboxFilter filter, DueDays days) =>
        [Sql.Of(filter.Item), Sql.Nullable(filter.Due is { } due ? Before(due, days) : null), Sql.Of(LikePattern.Containing(filter.Search))];

    private static DateTimeOffset Before(DueBy due, DueDays days) => due switch
    {
        DueBy.Overdue => days.At,
        DueBy.Today => days.EndOf(0),
        _ => days.EndOf(InboxFilter.WeekDays),
    };
}
