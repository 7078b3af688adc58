using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>Changes to one's own account. Each leaves its trace, and other sign-ins than the one it comes from end where it says so.</summary>
internal sealed class OwnAccount(ApprovalDbContext context, OrganisationWriter writer)
{
    /// <summary>The account of who asks.</summary>
    /// <exception cref="ForbiddenException">A program asks, which has none.</exception>
    public async Task<User> Of(Access access, CancellationToken cancel) =>
        await context.Users.SingleOrDefaultAsync(user => user.CentreId == access.CentreId && user.UserName == access.UserName, cancel)
        ?? throw new ForbiddenException("NotAPerson", "This belongs to a person's own account.");

    /// <summary>Changes the account and ends every sign-in that stands.</summary>
    public Task Change(Access access, User user, EventAct act, Func<ApprovalDbContext, Task> change, CancellationToken cancel) => writer.Write(
        access,
        act,
        user.UserName!,
        new { },
        async one =>
        {
            await change(one);
            user.SecurityStamp = Guid.NewGuid().ToString("N");
        },
        cancel);
}
