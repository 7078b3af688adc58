using ApprovalEngine.Approval.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>Finds who is meant by a flow's words at the moment of delivery: applicant, assignees, unit:CODE or user:NAME.</summary>
internal sealed class Recipients(CaseDatabase database)
{
    private const string Applicant = """
        select p.name || coalesce(' ' || p.phone, '') from cases c join applicant p on p.centre_id = c.centre_id and p.applicant_id = c.applicant_id
        where c.centre_id = $1 and c.case_id = $2
        """;

    // Where nobody has the task yet, the unit to which it is offered is told.
    private const string Assignees = """
        select string_agg(distinct coalesce('user:' || t.assignee, 'user:' || t.offered_user, 'unit:' || u.code), ', ')
        from task_open t join org_unit u on u.centre_id = t.centre_id and u.unit_id = t.unit_id
        where t.centre_id = $1 and t.case_id = $2
        """;

    public async Task<string> OfAsync(OutboxMessageRow message, string to, CancellationToken cancel) => to switch
    {
        Deliveries.ToApplicant => await FindAsync(Applicant, message, cancel) ?? to,
        "assignees" => await FindAsync(Assignees, message, cancel) ?? to,
        _ => to,
    };

    private async Task<string?> FindAsync(string sql, OutboxMessageRow message, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { Sql.Of(message.CentreId), Sql.Of(message.CaseId) } };
        return await command.ExecuteScalarAsync(cancel) as string;
    }
}
