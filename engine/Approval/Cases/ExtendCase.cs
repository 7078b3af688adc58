using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Workflow.Runtime;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Cases;

/// <summary>More days for the decision (延期), granted by the head of the centre before the due moment passes and told to the applicant.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Days">Working days.</param>
/// <param name="Reason">Told to the applicant.</param>
public sealed record ExtendCase(Access Access, string? Key, Guid CaseId, int Days, string Reason) : IRequest<CaseMoved>;

internal sealed class ExtendCaseValidator : AbstractValidator<ExtendCase>
{
    /// <summary>The longest extension that a law gives at once (disclosure: 20).</summary>
    public const int MostDays = 20;

    public ExtendCaseValidator()
    {
        RuleFor(command => command.Days).InclusiveBetween(1, MostDays).WithErrorCode("DaysInvalid").WithMessage($"A case is extended by 1 to {MostDays} working days.");
        RuleFor(command => command.Reason).IsGiven(Texts.Long);
        RuleFor(command => command.Key).IsKey();
    }
}

internal sealed class ExtendCaseHandler(CaseActs acts) : IRequestHandler<ExtendCase, CaseMoved>
{
    public Task<CaseMoved> Handle(ExtendCase command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.CaseId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(ExtendCase), new { command.CaseId, command.Days, command.Reason }),
        (session, at) => Do(command, session, at),
        cancellationToken);

    /// <summary>What the act does to a case that is held in memory.</summary>
    internal static void Do(ExtendCase command, CaseSession session, DateTimeOffset at)
    {
        CaseRights.RequireExtension(command.Access, session);
        RequireAllowance(session, command.Days);
        session.Act(at, command.Access.UserName, new Stimulus.ExtendLimit(command.Days, command.Reason), new StepNote("CaseExtended")
        {
            Opinion = command.Reason,
            Details = new JsonObject { ["days"] = command.Days },
        });
    }

    /// <summary>The item says by how many days its cases may be extended in all; where it says nothing, the law's longest extension is the bound.</summary>
    private static void RequireAllowance(CaseSession session, int days)
    {
        var granted = session.Case.State.Clock?.Promised.ExtensionDays ?? 0;
        var most = session.World.Item.ExtensionDays ?? ExtendCaseValidator.MostDays;
        if (granted + days > most)
        {
            throw new RuleBrokenException("ExtensionTooLong", $"A case of this item may be extended by {most} working days in all; {granted} are granted already.", "days");
        }
    }
}
