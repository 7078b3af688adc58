using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Supervision;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>A supervisor raises a yellow card for an irregularity that no clock shows (<see cref="RaisedAlert.ByHand"/>).</summary>
/// <param name="Access">Who raises it.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="Alert">The case and the reason.</param>
public sealed record RaiseAlert(Access Access, string? Key, RaiseAlertRequest Alert) : IRequest<AlertView>;

internal sealed class RaiseAlertValidator : AbstractValidator<RaiseAlert>
{
    public RaiseAlertValidator()
    {
        RuleFor(command => command.Alert.Reason).IsGiven(Texts.Long);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class RaiseAlertHandler(AlertReader alerts, CaseActs acts, CaseSight sight, CaseDatabase database) : IRequestHandler<RaiseAlert, AlertView>
{
    // The unique index of alerts.
    private const string Find = "select alert_id from alert where centre_id = $1 and case_id = $2 and key = $3";

    public async Task<AlertView> Handle(RaiseAlert command, CancellationToken cancellationToken)
    {
        var (access, key, (caseId, reason)) = command;
        access.Require(Role.Supervisor);
        await sight.RequireAsync(access, caseId, cancellationToken);
        var moved = await acts.RunAsync(
            access, caseId, IdempotencyKey.Bind(access.UserName, key, nameof(RaiseAlert), new { caseId, reason }), (session, at) => Raise(session, at, access, reason), cancellationToken);
        var ids = await database.ListAsync(Find, reader => reader.GetInt64(0), cancellationToken, Sql.Of(access.CentreId), Sql.Of(caseId), Sql.Of(RaisedAlert.KeyByHand(moved.Version)));
        return (await alerts.Find(access, ids.Single(), cancellationToken))!;
    }

    private static void Raise(CaseSession session, DateTimeOffset at, Access access, string reason)
    {
        var alert = session.RaiseByHand(at, access.UserName, reason);
        if (!CaseRights.MayRaiseAlert(access, alert.Unit, CaseActs.UnitOf(session), session.World))
        {
            throw new ForbiddenException("OutOfScope", "This needs the role Supervisor at the unit that holds the case, or above it.");
        }
    }
}
