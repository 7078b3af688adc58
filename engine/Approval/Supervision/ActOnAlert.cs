using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Supervision;
using FluentValidation;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>An alert is acknowledged, explained, decided or appealed.</summary>
/// <param name="Access">Who acts.</param>
/// <param name="AlertId">The alert.</param>
/// <param name="Act">Where it leads, and the words.</param>
public sealed record ActOnAlert(Access Access, long AlertId, AlertActRequest Act) : IRequest<AlertView>;

internal sealed class ActOnAlertValidator : AbstractValidator<ActOnAlert>
{
    public ActOnAlertValidator()
    {
        RuleFor(command => command.Act.Status).Must(status => Enum.TryParse<AlertStatus>(status, out var to) && Enum.IsDefined(to) && to != AlertStatus.Raised)
            .WithErrorCode("StatusUnknown").WithMessage("Acknowledged, Explained, Accepted, Upheld or Appealed is expected.");
        RuleFor(command => command.Act.Text).IsText(Texts.Long);
        RuleFor(command => command.Act.Text).IsGiven(Texts.Long).When(command => command.Act.Status != nameof(AlertStatus.Acknowledged));
    }
}

internal sealed class ActOnAlertHandler(AlertReader alerts, NpgsqlDataSource database, TimeProvider time) : IRequestHandler<ActOnAlert, AlertView>
{
    // The key of the act is the guard: of two at once the second writes nothing.
    private const string Write = "insert into alert_act (centre_id, alert_id, no, status, at, actor, text) values ($1, $2, $3, $4, $5, $6, $7)";

    private const string Lead = "update alert set status = $3 where centre_id = $1 and alert_id = $2";

    public async Task<AlertView> Handle(ActOnAlert command, CancellationToken cancellationToken)
    {
        var (access, alertId, act) = command;
        var known = await alerts.Find(access, alertId, cancellationToken) ?? throw new NotFoundException("Alert", alertId);
        if (!known.Next.Contains(act.Status))
        {
            throw known.Alert.Status == act.Status
                ? new ConflictException("AlertMovedOn", $"The alert is {act.Status} already.", known)
                : new ForbiddenException("AlertNotYours", $"From {known.Alert.Status} you cannot lead this alert to {act.Status}: nobody judges their own, and each step has its person.");
        }

        var status = (short)Enum.Parse<AlertStatus>(act.Status);
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(Sql.Command(
            Write, Sql.Of(access.CentreId), Sql.Of(alertId), Sql.Of(known.Acts.Count + 1), Sql.Of(status), Sql.Of(time.GetUtcNow()), Sql.Of(access.UserName), Sql.Of(act.Text)));
        batch.BatchCommands.Add(Sql.Command(Lead, Sql.Of(access.CentreId), Sql.Of(alertId), Sql.Of(status)));
        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException faster) when (faster.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new ConflictException("AlertMovedOn", "Somebody else was faster.", await alerts.Find(access, alertId, cancellationToken));
        }

        return (await alerts.Find(access, alertId, cancellationToken))!;
    }
}
