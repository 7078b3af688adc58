using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Definitions.Releases;

/// <summary>A second administrator refuses what the first asked for; the draft stays, and can be changed and asked for again.</summary>
/// <param name="Access">Who refuses.</param>
/// <param name="DefinitionId">Which flow.</param>
/// <param name="No">Which request.</param>
/// <param name="Reason">Why.</param>
public sealed record RefuseRelease(Access Access, string DefinitionId, int No, string Reason) : IRequest;

internal sealed class RefuseReleaseValidator : AbstractValidator<RefuseRelease>
{
    public RefuseReleaseValidator() => RuleFor(command => command.Reason).IsGiven(Texts.Long);
}

internal sealed class RefuseReleaseHandler(ApprovalDbContext context, OrgDirectory directory, TimeProvider time) : IRequestHandler<RefuseRelease>
{
    public async Task<Unit> Handle(RefuseRelease request, CancellationToken cancellationToken)
    {
        var (access, definitionId, no, reason) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        var release = await context.Waiting(access, definitionId, no, cancellationToken);
        (release.Status, release.DecidedAt, release.DecidedBy, release.Reason) = (ReleaseStatus.Refused, time.GetUtcNow(), access.UserName, reason.Trim());
        context.Record(access, time.GetUtcNow(), EventAct.FlowReleaseRefused, definitionId, new { release.Version, release.AskedBy, release.Reason });
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
        catch (DbUpdateConcurrencyException)
        {
            throw FlowReleases.Decided();
        }
    }
}
