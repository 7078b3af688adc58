using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>
/// An administrator takes a person's outer accounts away, for instance because the provider gave them a new one. Their sign-ins end; the
/// next outer account of their name is linked.
/// </summary>
/// <param name="Access">Who.</param>
/// <param name="UserName">Whose.</param>
public sealed record UnlinkOuterAccounts(Access Access, string UserName) : IRequest;

internal sealed class UnlinkOuterAccountsHandler(OrganisationWriter writer) : AsyncRequestHandler<UnlinkOuterAccounts>
{
    protected override async Task Handle(UnlinkOuterAccounts request, CancellationToken cancellationToken)
    {
        var (access, userName) = request;
        var known = (await writer.Read(access, cancellationToken)).Administered(access, userName);
        await writer.Write(
            access,
            EventAct.AccountUnlinked,
            userName,
            new { },
            async context =>
            {
                await context.Set<IdentityUserLogin<int>>().Where(login => login.UserId == known.UserId).ExecuteDeleteAsync(cancellationToken);
                (await context.Users.SingleAsync(row => row.Id == known.UserId, cancellationToken)).SecurityStamp = Guid.NewGuid().ToString("N");
            },
            cancellationToken);
    }
}
