using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence.Rows;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Organisation;
using FluentValidation;
using MediatR;

namespace ApprovalEngine.Approval.Organisation;

/// <summary>
/// All open work of a person goes to somebody else in one step: tasks they have or that are for them alone, those they delegated, their
/// parts to sign. What the other may not have goes back on offer. Every case's trail says so.
/// </summary>
/// <param name="Access">Who asks: the person, who administers them, or the head of their units.</param>
/// <param name="UserName">Whose work.</param>
/// <param name="To">To whom, and why.</param>
public sealed record HandOverWork(Access Access, string UserName, HandOverRequest To) : IRequest<HandedOver>;

internal sealed class HandOverWorkValidator : AbstractValidator<HandOverWork>
{
    public HandOverWorkValidator()
    {
        RuleFor(command => command.To.Reason).IsGiven(Texts.Short);
        RuleFor(command => command.To.ToUser).IsText(Texts.Short);
    }
}

internal sealed class HandOverWorkHandler(OrganisationWriter writer, HandOvers overs, TimeProvider time) : IRequestHandler<HandOverWork, HandedOver>
{
    public async Task<HandedOver> Handle(HandOverWork request, CancellationToken cancellationToken)
    {
        var (access, userName, to) = request;
        var organisation = await writer.Read(access, cancellationToken);
        AbsenceRights.Require(access, organisation, userName);
        var row = Row(access, organisation, userName, to, time.GetUtcNow());
        await writer.Write(
            access,
            EventAct.WorkHandedOver,
            userName,
            to,
            context =>
            {
                context.Add(row);
                return Task.CompletedTask;
            },
            cancellationToken);
        return await overs.FinishAsync(access.CentreId, row.HandOverId, cancellationToken);
    }

    /// <summary>The row that keeps a hand-over until it is done.</summary>
    /// <exception cref="RuleBrokenException">There is no such other person.</exception>
    public static HandOverRow Row(Access access, CentreDirectory organisation, string userName, HandOverRequest to, DateTimeOffset at)
    {
        if (to.ToUser is { } heir && (heir == userName || organisation.FindPerson(heir) is not { IsActive: true }))
        {
            throw new RuleBrokenException("PersonUnknown", $"There is no other active person '{heir}'.", "toUser");
        }

        return new HandOverRow { CentreId = access.CentreId, FromUser = userName, ToUser = to.ToUser, Reason = to.Reason, AskedBy = access.UserName, AskedAt = at };
    }
}
