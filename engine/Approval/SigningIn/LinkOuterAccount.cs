using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>
/// A person signs in from outside for the first time: from now on their account is held by issuer and subject, and the name counts no
/// more. Whoever gets that name at the provider later does not get the account.
/// </summary>
/// <param name="User">The account here.</param>
/// <param name="Account">The outer one.</param>
public sealed record LinkOuterAccount(User User, OuterAccount Account) : IRequest;

internal sealed class LinkOuterAccountHandler(OrganisationWriter writer) : AsyncRequestHandler<LinkOuterAccount>
{
    protected override async Task Handle(LinkOuterAccount request, CancellationToken cancellationToken)
    {
        var (user, account) = request;
        await writer.Write(
            new Access(user.UserName!, user.CentreId, [], []),
            EventAct.AccountLinked,
            user.UserName!,
            new { account.Issuer, account.Subject },
            async context =>
            {
                // Changes of the centre wait for each other: of two outer accounts of one name the first one wins.
                var logins = context.Set<IdentityUserLogin<int>>();
                var held = await logins.Where(login => login.UserId == user.Id && login.LoginProvider == account.Issuer).Select(login => login.ProviderKey).FirstOrDefaultAsync(cancellationToken);
                if (held is null)
                {
                    logins.Add(new IdentityUserLogin<int> { UserId = user.Id, LoginProvider = account.Issuer, ProviderKey = account.Subject });
                }
                else if (held != account.Subject)
                {
                    throw new ConflictException("AccountLinked", $"'{user.UserName}' belongs to somebody else at {account.Issuer}.");
                }
            },
            cancellationToken);
    }
}
