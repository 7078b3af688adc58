using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.SigningIn;
using ApprovalEngine.Host.Identity;
using ApprovalEngine.Host.Identity.Outer;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ApprovalEngine.Host.Pages;

/// <summary>Signs people in and out with the cookie of the browser.</summary>
internal sealed class SignIn(SignInManager<User> manager, Proofs proofs, SignInLog log, OuterSignOut outside, IHttpContextAccessor context)
{
    private const string Way = "page";

    public bool IsSignedIn => context.HttpContext?.User.Identity?.IsAuthenticated == true;

    public string? UserName => context.HttpContext?.User.Identity?.Name;

    /// <summary>Signs in by password; where the account has a second step, the browser may then send its code.</summary>
    public async Task<SignInEnd> TryAsync(string userName, string password)
    {
        var result = await manager.PasswordSignInAsync(userName, password, isPersistent: false, lockoutOnFailure: true);
        await log.RecordAsync(await manager.UserManager.FindByNameAsync(userName), Way, result);
        return result.Succeeded ? SignInEnd.In : result.RequiresTwoFactor ? SignInEnd.CodeNeeded : SignInEnd.Refused;
    }

    /// <summary>Signs in by password and code at once.</summary>
    public async Task<SignInEnd> TryAsync(string userName, string password, string? code)
    {
        var end = await TryAsync(userName, password);
        return end == SignInEnd.CodeNeeded && code is not null && await manager.UserManager.FindByNameAsync(userName) is { } user ? await FinishAsync(user, code) : end;
    }

    /// <summary>Signs in whose password was right a moment ago. A wrong code may be tried again; refused when the password is too long ago.</summary>
    public async Task<SignInEnd> TryCodeAsync(string code)
    {
        if (await manager.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return SignInEnd.Refused;
        }

        return await FinishAsync(user, code) == SignInEnd.In ? SignInEnd.In : SignInEnd.CodeNeeded;
    }

    /// <summary>Gives this browser a new cookie after the person's sign-ins were ended.</summary>
    public async Task RenewAsync()
    {
        if (context.HttpContext?.User is { Identity.AuthenticationType: { } type } person && type == IdentityConstants.ApplicationScheme
            && await manager.UserManager.GetUserAsync(person) is { } user)
        {
            await manager.RefreshSignInAsync(user);
        }
    }

    /// <summary>Ends this browser's session.</summary>
    /// <returns>Where it goes so that the provider's ends too; null for nowhere.</returns>
    public async Task<Uri?> OutAsync()
    {
        // What the provider wants to see again goes with the cookie.
        var place = await outside.PlaceAsync();
        await manager.SignOutAsync();
        return place;
    }

    private async Task<SignInEnd> FinishAsync(User user, string code)
    {
        var isIn = user.IsActive && await proofs.ByCodeAsync(user, code);
        await log.RecordAsync(user, Way, isIn ? SignInResult.Success : SignInResult.Failed);
        if (!isIn)
        {
            return SignInEnd.Refused;
        }

        var idToken = await context.HttpContext!.GetTokenAsync(IdentityConstants.TwoFactorUserIdScheme, OpenIdConnectParameterNames.IdToken);
        await context.HttpContext!.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await manager.SignInAsync(user, OuterSignIn.Keeping(idToken));
        return SignInEnd.In;
    }
}
