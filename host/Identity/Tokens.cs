using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.SigningIn;
using ApprovalEngine.Contracts.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ApprovalEngine.Host.Identity;

/// <summary>Signs programs in: password (and code) against token. Tokens are protected by the keys in the database and say nothing to their bearer.</summary>
internal sealed class Tokens(SignInManager<User> manager, Proofs proofs, IOptionsMonitor<BearerTokenOptions> options, SignInLog log, TimeProvider time)
{
    private const string Way = "token";

    /// <summary>Verified for unknown names, so that they take as long as known ones.</summary>
    private static readonly string NobodysHash = new PasswordHasher<User>().HashPassword(new User(), Guid.NewGuid().ToString());

    /// <summary>A token and when it ends, once signed in.</summary>
    public async Task<(SignInEnd End, SignInAnswer? Answer)> IssueAsync(string userName, string password, string? code = null)
    {
        if (await manager.UserManager.FindByNameAsync(userName) is not { } user)
        {
            manager.UserManager.PasswordHasher.VerifyHashedPassword(new User(), NobodysHash, password);
            await log.RecordAsync(null, Way, SignInResult.Failed);
            return (SignInEnd.Refused, null);
        }

        var result = await manager.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (result.Succeeded && user.TwoFactorEnabled)
        {
            result = code is null ? SignInResult.TwoFactorRequired : await proofs.ByCodeAsync(user, code) ? SignInResult.Success : SignInResult.Failed;
        }

        await log.RecordAsync(user, Way, result);
        return result.Succeeded ? (SignInEnd.In, await AnswerAsync(user)) : (result.RequiresTwoFactor ? SignInEnd.CodeNeeded : SignInEnd.Refused, null);
    }

    private async Task<SignInAnswer> AnswerAsync(User user)
    {
        var bearer = options.Get(IdentityConstants.BearerScheme);
        var expires = time.GetUtcNow() + bearer.BearerTokenExpiration;
        var ticket = new AuthenticationTicket(
            await manager.CreateUserPrincipalAsync(user),
            new AuthenticationProperties { ExpiresUtc = expires },
            $"{IdentityConstants.BearerScheme}:AccessToken");
        return new SignInAnswer(bearer.BearerTokenProtector.Protect(ticket), expires);
    }
}
