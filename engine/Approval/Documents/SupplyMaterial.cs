using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Documents;

/// <summary>A clerk of the window, or the agent who handed the case in, records how a material stands: supplied, deferred against a promise, not needed, missing or faulty.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="Key">The client's idempotency key; null for none.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Material">The material.</param>
public sealed record SupplyMaterial(Access Access, string? Key, Guid CaseId, SuppliedMaterial Material) : IRequest<CaseMoved>;

internal sealed class SupplyMaterialValidator : AbstractValidator<SupplyMaterial>
{
    public SupplyMaterialValidator()
    {
        RuleFor(command => command.Key).IsKey();
        RuleFor(command => command.Material.Code).IsGiven(Texts.Short);
        RuleFor(command => command.Material.State).IsOneOf(typeof(MaterialState), "MaterialStateUnknown");
        RuleFor(command => command.Material.PromisedOn).NotNull().When(command => command.Material.State == nameof(MaterialState.Deferred))
            .WithErrorCode("PromiseMissing").WithMessage("A deferred material needs the date by which it is promised.");
    }
}

internal sealed class SupplyMaterialHandler(CaseActs acts) : IRequestHandler<SupplyMaterial, CaseMoved>
{
    public Task<CaseMoved> Handle(SupplyMaterial command, CancellationToken cancellationToken) => acts.RunAsync(
        command.Access,
        command.CaseId,
        IdempotencyKey.Bind(command.Access.UserName, command.Key, nameof(SupplyMaterial), new { command.CaseId, command.Material }),
        (session, at) =>
        {
            RequireRight(command.Access, session);
            ListedPapers.RequireMayCome(session, command.Material.Code);
            RequireKept(command, session);
            // What was recorded of the case already, when any paper could be, must not stand as it does for ever.
            ListedPapers.Require(session.World, new[] { command.Material.Code }.Except(session.Stored.Materials.Keys));
            PromisedPapers.Require(session, [command.Material], at);
            session.Record(at, command.Access.UserName, new StepNote("MaterialRecorded")
            {
                Details = new JsonObject { ["material"] = command.Material.Code, ["state"] = command.Material.State, ["promisedOn"] = command.Material.PromisedOn?.ToString("O", null) },
            });
            session.Changes.More.Add(MaterialStatements.Of(session.Case, command.Material, command.Access.UserName));
        },
        cancellationToken);

    /// <summary>When the case has ended, a promise is kept, or the head of the centre finds it needless: it is not put off, and its paper is not judged any more.</summary>
    private static void RequireKept(SupplyMaterial command, CaseSession session)
    {
        var state = command.Material.State;
        if (!session.Case.IsOpen && state != nameof(MaterialState.Supplied) && !(state == nameof(MaterialState.NotNeeded) && CaseRights.MayLetGo(command.Access, session.Case, session.World)))
        {
            throw new ConflictException("CaseEnded", $"Case {session.Case.CaseNo} has ended; a paper that was promised can only be supplied.", new { at = session.Case.ClosedAt });
        }
    }

    private static void RequireRight(Access access, CaseSession session)
    {
        if (!CaseRights.MaySupply(access, session.Case, session.World))
        {
            CaseRights.RequireWindow(access, session);
        }
    }
}
