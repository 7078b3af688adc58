using ApprovalEngine.Approval.Organisation;
using Microsoft.AspNetCore.Identity;

namespace ApprovalEngine.Host.Identity;

/// <summary>A deactivated account does not get in, whatever its password.</summary>
internal sealed class OnlyActivePeople : IUserConfirmation<User>
{
    public Task<bool> IsConfirmedAsync(UserManager<User> manager, User user) => Task.FromResult(user.IsActive);
}
