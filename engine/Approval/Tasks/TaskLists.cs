using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Clocks;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>Reads pages of open tasks.</summary>
internal sealed class TaskLists(CaseDatabase database, OrgDirectory directories, CalendarStore calendars, ItemStore items, TimeProvider clock)
{
    // Index ix_task_open_mine (centre, assignee, due, case, task).
    private const string Mine = "t.assignee = $2";

    // The same index, once a name: a deputy has the work of those who are away beside their own.
    private const string MineAndAbsent = $"(t.assignee = $2 or ({TaskOffers.InPlaceOfAbsent}))";

    private static readonly TaskOffers Nothing = new([], [], [], []);

    /// <summary>What a person has, and what those have for whom the person stands in.</summary>
    public async Task<Page<TaskListed>> MineAsync(Access access, InboxFilter filter, string? after, int take, CancellationToken cancel)
    {
        var directory = await directories.Of(access.CentreId, cancel);
        return access.Deputyships.IsEmpty
            ? await PageAsync(Of(Mine), access, directory, Nothing, filter, after, take, cancel)
            : await PageAsync(Of(MineAndAbsent), access, directory, TaskOffers.To(access, directory), filter, after, take, cancel);

        string Of(string whose) => $"select {TaskOrder.Of(filter.Sort).Columns} from {Narrowed(filter)} where t.centre_id = $1 and {whose} {Page(filter)}";
    }

    /// <summary>What a person could take.</summary>
    public async Task<Page<TaskListed>> OnOfferAsync(Access access, InboxFilter filter, string? after, int take, CancellationToken cancel)
    {
        var directory = await directories.Of(access.CentreId, cancel);
        return await PageAsync(TaskOffers.Rows(TaskOrder.Of(filter.Sort).Columns, Narrowed(filter), Page(filter)), access, directory, TaskOffers.To(access, directory), filter, after, take, cancel);
    }

    /// <summary>The tasks of the cases that a person oversees, whoever has them.</summary>
    public async Task<Page<TaskListed>> OverseenAsync(Access access, WorkFilter work, InboxFilter filter, string? after, int take, CancellationToken cancel)
    {
        var directory = await directories.Of(access.CentreId, cancel);
        var overseen = OverseenWork.Of(access, directory, work);
        var keys = overseen.Select(TaskOrder.Of(filter.Sort).Columns, Narrowed(filter) is TaskFields.From ? TaskFields.From : overseen.From, 15, Page(filter));
        return await PageAsync(keys, access, directory, Nothing, filter, after, take, cancel, overseen.Values);
    }

    /// <summary>Rows <c>t</c>, with those beside them that the filter or the order names.</summary>
    private static string Narrowed(InboxFilter filter) => TaskFilters.Conditions(filter).Length == 0 ? TaskOrder.Of(filter.Sort).From ?? "task_open t" : TaskFields.From;

    private static string Page(InboxFilter filter) => $"{TaskFilters.Conditions(filter)} and {TaskOrder.Of(filter.Sort).After} {TaskOrder.Of(filter.Sort).By} limit $6";

    private async Task<Page<TaskListed>> PageAsync(
        string keys, Access access, CentreDirectory directory, TaskOffers offers, InboxFilter filter, string? after, int take, CancellationToken cancel, params NpgsqlParameter[] further)
    {
        FilterValue.Require(filter.Due, "due");
        FilterValue.Require(filter.Sort, "sort");
        var (place, count, order) = (TaskCursor.Read(filter.Sort, after), Cursor.Take(take), TaskOrder.Of(filter.Sort));
        var days = new DueDays(await calendars.Of(access.CentreId, cancel), clock.GetUtcNow());
        var sql = $"""
            select {TaskFields.Select} from {TaskFields.From}
            where t.centre_id = $1 and (t.case_id, t.task_no) in (select w.case_id, w.task_no from ({keys}) w {order.Again} limit $6)
            {order.By}
            """;
        NpgsqlParameter[] values =
        [
            Sql.Of(access.CentreId), Sql.Of(access.UserName), Sql.Nullable(place.At), Sql.Of(place.CaseId), Sql.Of(place.TaskNo), Sql.Of(count + 1),
            Sql.Of(offers.Units), Sql.Of(offers.Roles), Sql.Of(offers.Posts), Sql.Of(offers.Absent), .. TaskFilters.Values(filter, days), Sql.Of(place.Item), .. further,
        ];

        // A later page begins where only its values say, and so does whose tasks are overseen.
        var isAsEver = after is null && filter == new InboxFilter() && further.Length == 0;
        var rows = await (isAsEver ? database.ListPreparedAsync(sql, TaskFields.Read, cancel, values) : database.ListAsync(sql, TaskFields.Read, cancel, values));
        var bulk = await AllowingBulkAsync(access.CentreId, rows, cancel);
        return new Page<TaskListed>(
            [.. rows.Take(count).Select(row => row.Listed(directory, days, bulk.Contains((row.ItemId, row.ItemVersion))))], rows.Count > count ? TaskCursor.Behind(filter.Sort, rows[count - 1]).Write() : null);
    }

    /// <summary>Which versions of items among the rows let several be answered together; from memory.</summary>
    private async Task<HashSet<(int ItemId, int Version)>> AllowingBulkAsync(int centreId, List<TaskRow> rows, CancellationToken cancel)
    {
        var allowing = new HashSet<(int, int)>();
        foreach (var (item, version) in rows.Select(row => (row.ItemId, row.ItemVersion)).Distinct())
        {
            if ((await items.Of(centreId, item, version, cancel)).AllowsBulkAnswers)
            {
                allowing.Add((item, version));
            }
        }

        return allowing;
    }
}
