using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ApprovalEngine.Host.Identity;

/// <summary>
/// Checks passwords. The framework refuses a right one when the account's count of wrong ones changes in the same moment, be it that a
/// second window signs in too; here the account is looked at once more as it stands then, lock and all.
/// </summary>
internal sealed class AccountSignIn(
    UserManager<User> users,
    IHttpContextAccessor context,
    IUserClaimsPrincipalFactory<User> claims,
    IOptions<IdentityOptions> options,
    ILogger<SignInManager<User>> log,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<User> confirmation,
    ApprovalDbContext database) : SignInManager<User>(users, context, claims, options, log, schemes, confirmation)
{
    private const int MostAttempts = 10;

    /// <inheritdoc />
    public override async Task<SignInResult> CheckPasswordSignInAsync(User user, string password, bool lockoutOnFailure)
    {
        for (var attempt = 1; ; attempt++)
        {
            var result = await base.CheckPasswordSignInAsync(user, password, lockoutOnFailure);

            // A wrong password was counted before it was refused; only a right one whose count could not be taken back leaves none.
            if (result != SignInResult.Failed || user.AccessFailedCount > 0 || attempt == MostAttempts)
            {
                return result;
            }

            await database.Entry(user).ReloadAsync();
        }
    }
}
