using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Reads pages of open tasks.</summary>
internal sealed class TaskLists(CaseDatabase database, OrgDirectory directories, CalendarStore calendars, TimeProvider clock)
{
    // $3 to $5 are the key of the last row shown; those without a due moment come last.
    private const string Paging = """
        and (($3::timestamptz is not null and (t.due_at is null or (t.due_at, t.case_id, t.task_no) > ($3, $4, $5)))
            or ($3::timestamptz is null and t.due_at is null and (t.case_id, t.task_no) > ($4, $5)))
        order by t.due_at, t.case_id, t.task_no
        limit $6
        """;

    // Index ix_task_open_mine (centre, assignee, due, case, task).
    private const string Mine = $"select {TaskFields.Select} from {TaskFields.From} where t.centre_id = $1 and t.assignee = $2 {Paging}";

    // The same index, once a name: a deputy has the work of those who are away beside their own.
    private const string MineAndAbsent = $"""
        select {TaskFields.Select} from {TaskFields.From} where t.centre_id = $1 and (t.assignee = $2 or ({TaskOffers.InPlaceOfAbsent})) {Paging}
        """;

    // Index ix_task_open_claimable (centre, unit, due, case, task).
    private const string OnOffer = $"select {TaskFields.Select} from {TaskFields.From} where t.centre_id = $1 and {TaskOffers.Condition} {Paging}";

    /// <summary>What a person has, and what those have for whom the person stands in.</summary>
    public async Task<Page<TaskListed>> MineAsync(Access access, string? after, int take, CancellationToken cancel)
    {
        var directory = await directories.Of(access.CentreId, cancel);
        return access.Deputyships.IsEmpty
            ? await PageAsync(Mine, access, directory, [], after, take, cancel)
            : await PageAsync(MineAndAbsent, access, directory, Offered(access, directory), after, take, cancel);
    }

    /// <summary>What a person could take.</summary>
    public async Task<Page<TaskListed>> OnOfferAsync(Access access, string? after, int take, CancellationToken cancel)
    {
        var directory = await directories.Of(access.CentreId, cancel);
        return await PageAsync(OnOffer, access, directory, Offered(access, directory), after, take, cancel);
    }

    private static NpgsqlParameter[] Offered(Access access, CentreDirectory directory)
    {
        var offers = TaskOffers.To(access, directory);
        return [Sql.Of(offers.Units), Sql.Of(offers.Roles), Sql.Of(offers.Posts), Sql.Of(offers.Absent)];
    }

    private async Task<Page<TaskListed>> PageAsync(
        string sql, Access access, CentreDirectory directory, NpgsqlParameter[] more, string? after, int take, CancellationToken cancel)
    {
        var (place, count) = (TaskCursor.Read(after), Cursor.Take(take));
        var days = new DueDays(await calendars.Of(access.CentreId, cancel), clock.GetUtcNow());
        var rows = await database.ListAsync(
            sql, TaskFields.Read, cancel,
            [Sql.Of(access.CentreId), Sql.Of(access.UserName), Sql.Nullable(place.DueAt), Sql.Of(place.CaseId), Sql.Of(place.TaskNo), Sql.Of(count + 1), .. more]);
        return new Page<TaskListed>([.. rows.Take(count).Select(row => row.Listed(directory, days))], rows.Count > count ? rows[count - 1].Key.Write() : null);
    }
}
