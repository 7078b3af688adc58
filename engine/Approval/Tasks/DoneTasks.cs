using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Tasks;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Tasks;

/// <summary>What a person answered in the last days (<see cref="InboxCounts.DoneDays"/>), newest first unless asked otherwise.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="After">Where the page begins; null for the first.</param>
/// <param name="Take">How many; a screen asks for 200 at most, an export for more.</param>
/// <param name="Sort">The order; null for the latest first.</param>
public sealed record DoneTasks(Access Access, string? After, int Take, PastSort? Sort = null) : IRequest<Page<TaskDone>>
{
    /// <summary>Which of them.</summary>
    public PastFilter Filter { get; init; } = new();

    /// <summary>The condition on a row <c>d</c> of task_closed: what $2 answered since $3, unless the answer was taken back.</summary>
    internal const string Condition = $"d.centre_id = $1 and d.closed_by = $2 and d.closed_at >= $3 and d.task_end = 0 and not {IsTakenBack}";

    /// <summary>Whether the answer in a row <c>d</c> of task_closed was taken back: its task is open again, or was and ended once more. Primary keys.</summary>
    internal const string IsTakenBack = """
        (exists (select from task_open o where o.centre_id = d.centre_id and o.case_id = d.case_id and o.task_no = d.task_no)
        or exists (select from task_closed e where e.centre_id = d.centre_id and e.case_id = d.case_id and e.task_no = d.task_no and e.closed_seq > d.closed_seq))
        """;

    /// <summary>The earliest instant (UTC) that the list shows.</summary>
    internal static DateTimeOffset Since(TimeProvider clock) => clock.GetUtcNow().AddDays(-InboxCounts.DoneDays);
}

/// <summary>One of them, wherever in the list it stands.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="TaskId">The task.</param>
public sealed record FindDone(Access Access, Guid TaskId) : IRequest<TaskDone>;

/// <summary>How many of them there are.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Filter">Which of them.</param>
public sealed record CountDone(Access Access, PastFilter Filter) : IRequest<long>;

internal sealed class DoneTasksHandler(CaseDatabase database, FlowStore flows, TimeProvider clock)
    : IRequestHandler<DoneTasks, Page<TaskDone>>, IRequestHandler<FindDone, TaskDone>, IRequestHandler<CountDone, long>
{
    private const string Columns = "d.case_id, d.task_no, d.case_no, i.code, p.name, d.title::text, d.outcome, d.on_behalf_of, d.closed_at, d.activity_id, c.definition_id, c.definition_version";

    // Index ix_task_closed_by (centre, person, closed).
    private const string Mine = $"""
        from task_closed d
            join item i on i.centre_id = d.centre_id and i.item_id = d.item_id
            join cases c on c.centre_id = d.centre_id and c.case_id = d.case_id
            join applicant p on p.centre_id = c.centre_id and p.applicant_id = c.applicant_id
        where {DoneTasks.Condition}
        """;

    public async Task<Page<TaskDone>> Handle(DoneTasks query, CancellationToken cancellationToken)
    {
        var (access, take, place) = (query.Access, Cursor.Take(query.Take), PastCursor.Read(query.Sort, query.After));
        var which = $"{PastFilters.Conditions(query.Filter, 9, "d.case_no")} {PastOrder.Page(query.Sort, 4, "d.closed_at", "d.case_id", "d.task_no")}";
        var rows = await ReadAsync(access, which, [.. place.Values(take + 1), .. PastFilters.Values(query.Filter)], cancellationToken);
        var page = Pages.Of(rows, take, row => new PastCursor(place.Sort, row.Done.At, row.Done.CaseId, CaseIds.NumberOf(row.Done.TaskId), row.Done.Item).Write());
        var titled = new List<TaskDone>();
        foreach (var row in page.Items)
        {
            titled.Add(await TitledAsync(row, access, cancellationToken));
        }

        return new Page<TaskDone>(titled, page.Next);
    }

    public async Task<TaskDone> Handle(FindDone query, CancellationToken cancellationToken)
    {
        var (caseId, taskNo) = (CaseIds.CaseOf(query.TaskId), CaseIds.NumberOf(query.TaskId));
        var rows = await ReadAsync(query.Access, "and d.case_id = $4 and d.task_no = $5", [Sql.Of(caseId), Sql.Of(taskNo)], cancellationToken);
        return rows.Count > 0 ? await TitledAsync(rows[0], query.Access, cancellationToken) : throw new NotFoundException("Task", query.TaskId);
    }

    public async Task<long> Handle(CountDone query, CancellationToken cancellationToken) =>
        (await database.ListAsync(
            $"select count(*) {Mine} {PastFilters.Conditions(query.Filter, 4, "d.case_no")}", reader => reader.GetInt64(0), cancellationToken, [.. Whose(query.Access), .. PastFilters.Values(query.Filter)])).Single();

    private Task<List<Row>> ReadAsync(Access access, string which, NpgsqlParameter[] values, CancellationToken cancel) =>
        database.ListAsync($"select {Columns} {Mine} {which}", Read, cancel, [.. Whose(access), .. values]);

    private NpgsqlParameter[] Whose(Access access) => [Sql.Of(access.CentreId), Sql.Of(access.UserName), Sql.Of(DoneTasks.Since(clock))];

    private async Task<TaskDone> TitledAsync(Row row, Access access, CancellationToken cancel) =>
        row.Done with { OutcomeTitle = ActivityTitles.Outcome(await flows.Compiled(access.CentreId, row.DefinitionId, row.Version, cancel), row.ActivityId, row.Done.Outcome) };

    private static Row Read(NpgsqlDataReader reader) => new(Done(reader), reader.GetString(9), reader.GetString(10), reader.GetInt32(11));

    private static TaskDone Done(NpgsqlDataReader reader) => new(
        CaseIds.Task(reader.GetGuid(0), reader.GetInt32(1)), reader.GetGuid(0), reader.GetString(2), reader.GetString(3), reader.GetString(4),
        JsonSerializer.Deserialize<LocalText>(reader.GetString(5), JsonText.Options)!, CaseFields.Text(reader, 6), CaseFields.Text(reader, 7),
        reader.GetFieldValue<DateTimeOffset>(8));

    /// <summary>A task with the step that says what its answers are called.</summary>
    private sealed record Row(TaskDone Done, string ActivityId, string DefinitionId, int Version);
}
