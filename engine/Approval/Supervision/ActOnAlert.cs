using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Supervision;
using FluentValidation;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Supervision;

/// <summary>An alert is acknowledged, explained, decided, appealed or escalated. That it was, and by whom, stands in the trail of its case.</summary>
/// <param name="Access">Who acts.</param>
/// <param name="AlertId">The alert.</param>
/// <param name="Act">Where it leads, and the words.</param>
public sealed record ActOnAlert(Access Access, long AlertId, AlertActRequest Act) : IRequest<AlertView>;

internal sealed class ActOnAlertValidator : AbstractValidator<ActOnAlert>
{
    public ActOnAlertValidator()
    {
        RuleFor(command => command.Act.Status).Must(status => Enum.TryParse<AlertStatus>(status, out var to) && Enum.IsDefined(to) && to != AlertStatus.Raised)
            .WithErrorCode("StatusUnknown").WithMessage("Acknowledged, Explained, Accepted, Upheld, Appealed or Escalated is expected.");
        RuleFor(command => command.Act.Text).IsText(Texts.Long);
        RuleFor(command => command.Act.Text).IsGiven(Texts.Long).When(command => command.Act.Status != nameof(AlertStatus.Acknowledged));
    }
}

internal sealed class ActOnAlertHandler(AlertReader alerts, CaseActs acts) : IRequestHandler<ActOnAlert, AlertView>
{
    // The key of the act is the guard: of two at once the second writes nothing.
    private const string Write = "insert into alert_act (centre_id, alert_id, no, status, at, actor, text) values ($1, $2, $3, $4, $5, $6, $7)";

    private const string Lead = "update alert set status = $3, escalated_from = coalesce($4, escalated_from) where centre_id = $1 and alert_id = $2";

    public async Task<AlertView> Handle(ActOnAlert command, CancellationToken cancellationToken)
    {
        var (access, alertId, act) = command;
        var found = await alerts.LookUp(access, alertId, cancellationToken) ?? throw new NotFoundException("Alert", alertId);
        if (!found.View.Next.Contains(act.Status))
        {
            throw found.View.Alert.Status == act.Status
                ? new ConflictException("AlertMovedOn", $"The alert is {act.Status} already.", found.View)
                : new ForbiddenException("AlertNotYours", $"From {found.View.Alert.Status} you cannot lead this alert to {act.Status}: nobody judges their own, and each step has its person.");
        }

        try
        {
            await acts.RunAsync(access, found.View.Alert.CaseId, null, (session, at) => LeadOn(session, at, command, found), cancellationToken);
        }
        catch (PostgresException faster) when (faster is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "alert_act" })
        {
            throw new ConflictException("AlertMovedOn", "Somebody else was faster.", await alerts.Find(access, alertId, cancellationToken));
        }

        return (await alerts.Find(access, alertId, cancellationToken))!;
    }

    private static void LeadOn(CaseSession session, DateTimeOffset at, ActOnAlert command, FoundAlert found)
    {
        var (access, alertId, act) = command;
        var from = act.Status == nameof(AlertStatus.Escalated) ? found.SupervisedFrom : null;
        session.Record(at, access.UserName, Note(found.Key, act));
        var (row, status) = (session.Case, (short)Enum.Parse<AlertStatus>(act.Status));
        session.Changes.More.Add(Sql.Command(
            Write, Sql.Of(row.CentreId), Sql.Of(alertId), Sql.Of(found.View.Acts.Count + 1), Sql.Of(status), Sql.Of(row.UpdatedAt), Sql.Of(access.UserName), Sql.Of(act.Text)));
        session.Changes.More.Add(Sql.Command(Lead, Sql.Of(row.CentreId), Sql.Of(alertId), Sql.Of(status), Sql.Nullable(from?.UnitId)));
        if (from is not null)
        {
            var to = string.Join(", ", found.Procedure.Above(from, access.UserName).Select(person => $"user:{person.UserName}"));
            session.Changes.Messages.Add(EffectRows.Message(row.UpdatedAt, to, $"监察上报：{row.CaseNo}", act.Text!));
        }
    }

    /// <summary>The words are the alert's; the trail proves what they were.</summary>
    private static StepNote Note(string key, AlertActRequest act) => new("AlertAnswered")
    {
        Details = new JsonObject { ["alert"] = key, ["status"] = act.Status, ["sha256"] = act.Text is { } text ? StepPayload.Digest(text) : null },
    };
}
