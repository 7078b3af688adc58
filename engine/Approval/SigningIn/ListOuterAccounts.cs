using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Accounts;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>With which outer accounts a person signs in.</summary>
/// <param name="Access">Who asks: an administrator of the person.</param>
/// <param name="UserName">Whose.</param>
public sealed record ListOuterAccounts(Access Access, string UserName) : IRequest<IReadOnlyList<OuterAccountView>>;

internal sealed class ListOuterAccountsHandler(OrganisationWriter writer, ApprovalDbContext context) : IRequestHandler<ListOuterAccounts, IReadOnlyList<OuterAccountView>>
{
    public async Task<IReadOnlyList<OuterAccountView>> Handle(ListOuterAccounts request, CancellationToken cancellationToken)
    {
        var person = (await writer.Read(request.Access, cancellationToken)).Administered(request.Access, request.UserName);
        return await context.Set<IdentityUserLogin<int>>().Where(login => login.UserId == person.UserId).OrderBy(login => login.LoginProvider)
            .Select(login => new OuterAccountView(login.LoginProvider, login.ProviderKey)).ToListAsync(cancellationToken);
    }
}
