using ApprovalEngine.Approval.Organisation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ApprovalEngine.Host.Identity;

/// <summary>Signs programs in: password against token. Tokens are protected by the keys in the database and say nothing to their bearer.</summary>
internal sealed class Tokens(SignInManager<User> manager, IOptionsMonitor<BearerTokenOptions> options, SignInLog log, TimeProvider time)
{
    private const string Way = "token";

    /// <summary>Verified for unknown names, so that they take as long as known ones.</summary>
    private static readonly string NobodysHash = new PasswordHasher<User>().HashPassword(new User(), Guid.NewGuid().ToString());

    /// <summary>A token and when it ends; null when the name or the password is wrong, or the account is locked or inactive.</summary>
    public async Task<(string Token, DateTimeOffset ExpiresAt)?> IssueAsync(string userName, string password)
    {
        if (await manager.UserManager.FindByNameAsync(userName) is not { } user)
        {
            manager.UserManager.PasswordHasher.VerifyHashedPassword(new User(), NobodysHash, password);
            await log.RecordAsync(null, Way, SignInResult.Failed);
            return null;
        }

        var result = await manager.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        await log.RecordAsync(user, Way, result);
        if (!result.Succeeded)
        {
            return null;
        }

        var bearer = options.Get(IdentityConstants.BearerScheme);
        var expires = time.GetUtcNow() + bearer.BearerTokenExpiration;
        var ticket = new AuthenticationTicket(
            await manager.CreateUserPrincipalAsync(user),
            new AuthenticationProperties { ExpiresUtc = expires },
            $"{IdentityConstants.BearerScheme}:AccessToken");
        return (bearer.BearerTokenProtector.Protect(ticket), expires);
    }
}
