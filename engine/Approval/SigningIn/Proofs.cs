using ApprovalEngine.Approval.Organisation;
using Microsoft.AspNetCore.Identity;

namespace ApprovalEngine.Approval.SigningIn;

/// <summary>What a person proves about themselves beside an open sign-in. Wrong tries count together with those at the door, up to the lock.</summary>
public sealed class Proofs(UserManager<User> users)
{
    /// <summary>Whether it is the person's password.</summary>
    public Task<bool> ByPasswordAsync(User user, string password) => CountedAsync(user, () => users.CheckPasswordAsync(user, password));

    /// <summary>Whether it is a code of the person's second step that was not used before; it is used up by this.</summary>
    public Task<bool> ByCodeAsync(User user, string code) => CountedAsync(user, () => users.VerifyTwoFactorTokenAsync(user, SecondStepProvider.Name, code));

    private async Task<bool> CountedAsync(User user, Func<Task<bool>> check)
    {
        if (await users.IsLockedOutAsync(user))
        {
            return false;
        }

        if (!await check())
        {
            await users.AccessFailedAsync(user);
            return false;
        }

        await users.ResetAccessFailedCountAsync(user);
        return true;
    }
}
