using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Somebody who works on a case has its ID and telephone numbers shown in full and says why; both stand in the trail.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Reason">Why.</param>
public sealed record ShowNumbers(Access Access, string? Key, Guid CaseId, string Reason) : IRequest<ShownNumbers>;

internal sealed class ShowNumbersValidator : AbstractValidator<ShowNumbers>
{
    public ShowNumbersValidator()
    {
        RuleFor(command => command.Reason).IsGiven(Texts.Long);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class ShowNumbersHandler(CaseDatabase database, CaseSight sight, CaseActs acts) : IRequestHandler<ShowNumbers, ShownNumbers>
{
    private const string Read = $"select c.form::text, p.number, p.phone from {CaseFields.From} where c.centre_id = $1 and c.case_id = $2";

    public async Task<ShownNumbers> Handle(ShowNumbers command, CancellationToken cancellationToken)
    {
        var access = command.Access;
        if (!IsFor(await sight.RequireAsync(access, command.CaseId, cancellationToken)))
        {
            throw new ForbiddenException("NumbersNotYours", "ID and telephone numbers are shown in full to those who work on the case: by a task, an act in it, or as clerk, supervisor or head of its unit.");
        }

        await acts.RunAsync(
            access,
            command.CaseId,
            IdempotencyKey.Bind(access.UserName, command.Key, nameof(ShowNumbers), new { command.CaseId, command.Reason }),
            (session, at) => session.Record(at, access.UserName, new StepNote("NumbersShown") { Opinion = command.Reason.Trim() }),
            cancellationToken);
        return (await database.ListAsync(
            Read, reader => new ShownNumbers(JsonNode.Parse(reader.GetString(0))!.AsObject(), CaseFields.Text(reader, 1), CaseFields.Text(reader, 2)), cancellationToken,
            Sql.Of(access.CentreId), Sql.Of(command.CaseId))).Single();
    }

    /// <summary>Whoever works on the case: a copy is for reading, and an audit asks whether the rules were kept, not who the applicant is.</summary>
    public static bool IsFor(IEnumerable<SightReason> reasons) => reasons.Any(reason =>
        reason.Kind is "Task" or "Deputy" or "Act" || (reason.Kind == "Role" && !CaseSight.IsAuditing(reason)));
}
