using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;
using FluentValidation;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>
/// A supervisor raises a yellow card for an irregularity that no clock shows: a refusal without reasons, a fee outside the list, a case not
/// run through the system (domain.md, "Supervision levels"). Responsible is who holds the case at that moment.
/// </summary>
/// <param name="Access">Who raises it.</param>
/// <param name="Alert">The case and the reason.</param>
public sealed record RaiseAlert(Access Access, RaiseAlertRequest Alert) : IRequest<AlertView>;

internal sealed class RaiseAlertValidator : AbstractValidator<RaiseAlert>
{
    public RaiseAlertValidator() => RuleFor(command => command.Alert.Reason).IsGiven(Texts.Long);
}

internal sealed class RaiseAlertHandler(AlertReader alerts, CaseSight sight, OrgDirectory directories, NpgsqlDataSource database, TimeProvider time) : IRequestHandler<RaiseAlert, AlertView>
{
    // The task that has waited longest holds the case, as in RaisedAlert. Primary keys.
    private const string Raise = """
        insert into alert (centre_id, case_id, key, clock, level, due_at, raised_at, task_no, person, unit_id, window_id, item_id, profile, evidence)
        select c.centre_id, c.case_id, $3, $4, $5, $6, $6, t.task_no, coalesce(t.assignee, t.offered_user), coalesce(t.unit_id, c.unit_id), c.window_id, c.item_id, '', $7
        from cases c
            left join lateral (
                select o.task_no, o.assignee, o.offered_user, o.unit_id from task_open o
                where o.centre_id = c.centre_id and o.case_id = c.case_id
                order by o.opened_at, o.task_no limit 1) t on true
        where c.centre_id = $1 and c.case_id = $2 and coalesce(t.unit_id, c.unit_id) = any($8)
        returning alert_id
        """;

    public async Task<AlertView> Handle(RaiseAlert command, CancellationToken cancellationToken)
    {
        var (access, (caseId, reason)) = command;
        access.Require(Role.Supervisor);
        await sight.RequireAsync(access, caseId, cancellationToken);
        var scope = (await directories.Of(access.CentreId, cancellationToken)).UnitsIn(access, Role.Supervisor);
        await using var raise = database.CreateCommand(Raise);
        raise.Parameters.AddRange(new[]
        {
            Sql.Of(access.CentreId), Sql.Of(caseId), Sql.Of($"Irregularity:{Guid.CreateVersion7():N}"), Sql.Of((short)AlertClock.Irregularity), Sql.Of((short)AlertLevel.YellowCard), Sql.Of(time.GetUtcNow()),
            Sql.Json(JsonSerializer.Serialize(new JsonObject { ["reason"] = reason, ["raisedBy"] = access.UserName })), Sql.Of(scope),
        });
        return await raise.ExecuteScalarAsync(cancellationToken) is long alertId
            ? (await alerts.Find(access, alertId, cancellationToken))!
            : throw new ForbiddenException("OutOfScope", "This needs the role Supervisor at the unit that holds the case, or above it.");
    }
}
