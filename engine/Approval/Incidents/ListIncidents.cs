using System.Text.Json;
using ApprovalEngine.Approval.Cases;
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

/// <summary>Open incidents of the units that an administrator is responsible for, oldest case first. Nothing of the cases' content is shown.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="After">The `next` of the page before.</param>
/// <param name="Take">How many.</param>
public sealed record ListIncidents(Access Access, string? After, int Take) : IRequest<Page<IncidentListed>>;

internal sealed class ListIncidentsHandler(CaseDatabase database, OrgDirectory directories) : IRequestHandler<ListIncidents, Page<IncidentListed>>
{
    // Tasks of incidents are few among the open ones; index (centre, unit, ...) where nobody has them.
    private const string Open = """
        select t.case_id, t.task_no, t.case_no, i.code, c.unit_id, t.activity_id, t.title::text, t.opened_at, t.outcomes, c.state::text
        from task_open t
        join item i on i.centre_id = t.centre_id and i.item_id = t.item_id
        join cases c on c.centre_id = t.centre_id and c.case_id = t.case_id
        where t.centre_id = $1 and t.kind = $2 and c.unit_id = any($3) and (t.case_id, t.task_no) > ($4, $5)
        order by t.case_id, t.task_no
        limit $6
        """;

    public async Task<Page<IncidentListed>> Handle(ListIncidents query, CancellationToken cancellationToken)
    {
        query.Access.Require(Role.Administrator);
        var directory = await directories.Of(query.Access.CentreId, cancellationToken);
        var (take, (caseId, taskNo)) = (Cursor.Take(query.Take), Place(query.After));
        var rows = await database.ListAsync(
            Open, reader => Read(reader, directory), cancellationToken,
            Sql.Of(query.Access.CentreId), Sql.Of((short)TaskKind.Incident), Sql.Of(directory.UnitsIn(query.Access, Role.Administrator)),
            Sql.Of(caseId), Sql.Of(taskNo), Sql.Of(take + 1));
        return Pages.Of(rows, take, last => Cursor.Write(last.TaskId.ToString()));
    }

    private static IncidentListed Read(NpgsqlDataReader reader, CentreDirectory directory)
    {
        var (caseId, activityId) = (reader.GetGuid(0), reader.GetString(5));
        var incident = FlowStateJson.Read(reader.GetString(9)).Incidents.LastOrDefault(one => one.ActivityId == activityId);
        return new IncidentListed(
            caseId, reader.GetString(2), reader.GetString(3), directory.Unit(reader.GetInt32(4)).Code,
            new StepRef(activityId, JsonSerializer.Deserialize<LocalText>(reader.GetString(6), JsonText.Options)!),
            incident?.ActivityType ?? "", incident?.Message ?? "", reader.GetFieldValue<DateTimeOffset>(7), CaseIds.Task(caseId, reader.GetInt32(1)),
            [.. reader.GetFieldValue<string[]>(8).Where(outcome => outcome != nameof(IncidentWay.Retry))]);
    }

    private static (Guid CaseId, int TaskNo) Place(string? after)
    {
        if (after is null)
        {
            return (Guid.Empty, 0);
        }

        return Guid.TryParse(Cursor.Read(after, 1)[0], out var taskId) ? (CaseIds.CaseOf(taskId), CaseIds.NumberOf(taskId)) : throw Cursor.Invalid();
    }
}
