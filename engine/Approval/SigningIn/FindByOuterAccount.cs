using ApprovalEngine.Approval.Organisation;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>Whose account here it is: that of who is linked, else that of who has the name.</summary>
/// <param name="Account">The outer account.</param>
public sealed record FindByOuterAccount(OuterAccount Account) : IRequest<OuterMatch>;

/// <summary>What was found for an outer account.</summary>
/// <param name="User">The account here; null for somebody unknown.</param>
/// <param name="IsLinked">It is held by issuer and subject; otherwise the names are the same, and nothing more.</param>
public sealed record OuterMatch(User? User, bool IsLinked);

internal sealed class FindByOuterAccountHandler(UserManager<User> users) : IRequestHandler<FindByOuterAccount, OuterMatch>
{
    public async Task<OuterMatch> Handle(FindByOuterAccount request, CancellationToken cancellationToken)
    {
        var account = request.Account;
        return await users.FindByLoginAsync(account.Issuer, account.Subject) is { } linked ? new(linked, IsLinked: true)
            : new(string.IsNullOrWhiteSpace(account.Name) ? null : await users.FindByNameAsync(account.Name), IsLinked: false);
    }
}
