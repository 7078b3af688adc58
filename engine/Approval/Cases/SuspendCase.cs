using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// The head of the centre or a supervisor stops a case: its promised clock, and where a law says so the legal one, stand still until the
/// day named or until it is resumed; nothing is done on its tasks meanwhile.
/// </summary>
/// <param name="Access">Who asks, and approves.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Request">Cause, basis, document and end.</param>
public sealed record SuspendCase(Access Access, string? Key, Guid CaseId, SuspendRequest Request) : IRequest<CaseMoved>;

internal sealed class SuspendCaseValidator : AbstractValidator<SuspendCase>
{
    public SuspendCaseValidator()
    {
        RuleFor(command => command.Request.Cause).IsGiven(Texts.Short);
        RuleFor(command => command.Request.Basis).IsGiven(Texts.Short);
        RuleFor(command => command.Request.Document).IsGiven(Texts.Short);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class SuspendCaseHandler(CaseActs acts) : IRequestHandler<SuspendCase, CaseMoved>
{
    /// <summary>Days (all, not working days) that one suspension may last: beyond a year the day is mistyped, and no calendar is published.</summary>
    public const int MostDays = 366;

    public Task<CaseMoved> Handle(SuspendCase command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.CaseId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(SuspendCase), new { command.CaseId, command.Request }),
        (session, at) => Do(command, session, at),
        cancellationToken);

    /// <summary>What the act does to a case that is held in memory.</summary>
    internal static void Do(SuspendCase command, CaseSession session, DateTimeOffset at)
    {
        CaseRights.RequireSuspension(command.Access, session);
        RequireEnd(session, command.Request.EndsOn, at);
        var (asked, approver) = (command.Request, command.Access.UserName);
        var stop = new Stimulus.SuspendCase(asked.Cause, asked.Basis, approver, asked.Document, asked.EndsOn, asked.StopsLegal);
        session.Act(at, approver, stop, new StepNote("CaseSuspended")
        {
            Opinion = asked.Cause,
            Details = new JsonObject
            {
                ["basis"] = asked.Basis,
                ["document"] = asked.Document,
                ["endsOn"] = asked.EndsOn.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                ["stopsLegal"] = asked.StopsLegal,
            },
        });
    }

    private static void RequireEnd(CaseSession session, DateOnly endsOn, DateTimeOffset at)
    {
        if (endsOn.DayNumber - session.World.Calendar.LocalDate(at).DayNumber > MostDays)
        {
            throw new RuleBrokenException("SuspensionTooLong", $"A case is suspended for {MostDays} days at most at a time.", "endsOn");
        }
    }
}
