using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Incidents;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Workflow.Runtime;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Incidents;

/// <summary>Open incidents of the units that an administrator is responsible for, the longest open first unless asked otherwise. Nothing of the cases' content is shown.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="After">The `next` of the page before.</param>
/// <param name="Take">How many.</param>
/// <param name="Sort">The order; null for the longest open first.</param>
public sealed record ListIncidents(Access Access, string? After, int Take, IncidentSort? Sort = null) : IRequest<Page<IncidentListed>>
{
    /// <summary>Which of them.</summary>
    public IncidentFilter Filter { get; init; } = new();
}

/// <summary>One of them, wherever in the list it stands.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="TaskId">The administrator's task.</param>
public sealed record FindIncident(Access Access, Guid TaskId) : IRequest<IncidentListed>;

internal sealed class ListIncidentsHandler(CaseDatabase database, OrgDirectory directories) : IRequestHandler<ListIncidents, Page<IncidentListed>>, IRequestHandler<FindIncident, IncidentListed>
{
    // Tasks of incidents are few among the open ones; index (centre, unit, ...) where nobody has them.
    private const string Open = """
        select t.case_id, t.task_no, t.case_no, i.code, c.unit_id, t.activity_id, t.title::text, t.opened_at, t.outcomes, c.state::text
        from task_open t
        join item i on i.centre_id = t.centre_id and i.item_id = t.item_id
        join cases c on c.centre_id = t.centre_id and c.case_id = t.case_id
        where t.centre_id = $1 and t.kind = $2 and c.unit_id = any($3)
        """;

    // As Read finds it: the step's last incident in the case's state, whose kind is left out where it is not known.
    private const string Kind = """
        coalesce((select (one.incident ->> 'f')::int from json_array_elements(c.state -> 'ic') with ordinality one (incident, place)
            where one.incident ->> 'a' = t.activity_id order by one.place desc limit 1), 0)
        """;

    public async Task<Page<IncidentListed>> Handle(ListIncidents query, CancellationToken cancellationToken)
    {
        var (take, place) = (Cursor.Take(query.Take), IncidentCursor.Read(query.Sort, query.After));
        var rows = await ReadAsync(query.Access, $"{Narrowed(query.Filter)} {place.Page}", [.. place.Values(take + 1), .. Values(query.Filter)], cancellationToken);
        return Pages.Of(rows, take, last => new IncidentCursor(place.Sort, last.Since, last.TaskId, last.Item).Write());
    }

    public async Task<IncidentListed> Handle(FindIncident query, CancellationToken cancellationToken)
    {
        var (caseId, taskNo) = (CaseIds.CaseOf(query.TaskId), CaseIds.NumberOf(query.TaskId));
        return (await ReadAsync(query.Access, "and t.case_id = $4 and t.task_no = $5", [Sql.Of(caseId), Sql.Of(taskNo)], cancellationToken)).SingleOrDefault()
            ?? throw new NotFoundException("Incident", query.TaskId);
    }

    /// <summary>Conditions on rows of <see cref="Open"/>. Behind the page's parameters: $9 item, $10 pattern, $11 kind.</summary>
    private static string Narrowed(IncidentFilter filter) => string.Concat(
        string.IsNullOrWhiteSpace(filter.Item) ? "" : " and i.code = $9",
        string.IsNullOrWhiteSpace(filter.Search) ? "" : " and t.case_no ilike $10",
        filter.Kind is null ? "" : $" and {Kind} = $11");

    private static NpgsqlParameter[] Values(IncidentFilter filter) =>
        [Sql.Of(filter.Item), Sql.Of(LikePattern.Containing(filter.Search)), Sql.Nullable((int?)FilterValue.Named<FaultKind>(filter.Kind, "kind"))];

    private async Task<List<IncidentListed>> ReadAsync(Access access, string which, NpgsqlParameter[] values, CancellationToken cancel)
    {
        access.Require(Role.Administrator);
        var directory = await directories.Of(access.CentreId, cancel);
        return await database.ListAsync(
            $"{Open} {which}", reader => Read(reader, directory), cancel,
            [Sql.Of(access.CentreId), Sql.Of((short)TaskKind.Incident), Sql.Of(directory.UnitsIn(access, Role.Administrator)), .. values]);
    }

    private static IncidentListed Read(NpgsqlDataReader reader, CentreDirectory directory)
    {
        var (caseId, activityId) = (reader.GetGuid(0), reader.GetString(5));
        var incident = FlowStateJson.Read(reader.GetString(9)).Incidents.LastOrDefault(one => one.ActivityId == activityId);
        return new IncidentListed(
            caseId, reader.GetString(2), reader.GetString(3), directory.Unit(reader.GetInt32(4)).Code,
            new StepRef(activityId, JsonSerializer.Deserialize<LocalText>(reader.GetString(6), JsonText.Options)!),
            incident?.ActivityType ?? "", incident?.Message ?? "", (incident?.Kind ?? FaultKind.Unknown).ToString(), reader.GetFieldValue<DateTimeOffset>(7), CaseIds.Task(caseId, reader.GetInt32(1)),
            [.. reader.GetFieldValue<string[]>(8).Where(outcome => outcome != nameof(IncidentWay.Retry))]);
    }
}
