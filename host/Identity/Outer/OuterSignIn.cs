using System.Security.Claims;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.SigningIn;
using ApprovalEngine.Contracts.Audit;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ApprovalEngine.Host.Identity.Outer;

/// <summary>
/// Signs in whom the provider names. It answers one question, who this is, in place of the password; roles come from here alone. All else
/// is as after a password: the same cookie for a day, ended by the account's stamp, refused to deactivated people, and to a locked account
/// whoever asks, since wrong codes of the second step count towards the same lock.
/// </summary>
/// <remarks>
/// Who has turned the second step on here is asked for its code all the same. Whether the provider asked for one of its own it says in words
/// of its choice (<c>amr</c>, <c>acr</c>), or not at all, and from a session that may be days old; and people turn the step on here so that
/// no other secret is enough, the one at the provider included. Who wants to be asked at the provider only leaves it off here.
/// </remarks>
internal sealed class OuterSignIn(SignInManager<User> manager, IMediator mediator, SignInLog log, OuterProvider provider, IHttpContextAccessor context)
{
    /// <summary>Signs in, or says why not.</summary>
    /// <param name="outer">Whom the provider names, checked.</param>
    /// <param name="idToken">The provider's own word on it: shown to it again when its session is to end.</param>
    public async Task<(SignInEnd End, OuterRefusal? Why)> TryAsync(ClaimsPrincipal outer, string? idToken)
    {
        var account = Read(outer);
        var match = await mediator.Send(new FindByOuterAccount(account));
        if (await WhyNotAsync(match, account) is { } refusal)
        {
            await log.RecordAsync(match.User, account, EventAct.SignInRefused, refusal.ToString());
            return (SignInEnd.Refused, refusal);
        }

        var (user, properties) = (match.User!, Keeping(idToken));
        if (user.TwoFactorEnabled)
        {
            await log.RecordAsync(user, account, EventAct.ProviderAccepted, SignInResult.TwoFactorRequired.ToString());
            await context.HttpContext!.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, Half(user), properties);
            return (SignInEnd.CodeNeeded, null);
        }

        await log.RecordAsync(user, account, EventAct.SignedIn, SignInResult.Success.ToString());
        await manager.SignInAsync(user, properties);
        return (SignInEnd.In, null);
    }

    /// <summary>What a sign-in keeps of the provider's answer.</summary>
    public static AuthenticationProperties Keeping(string? idToken)
    {
        var properties = new AuthenticationProperties();
        if (idToken is not null)
        {
            properties.StoreTokens([new AuthenticationToken { Name = OpenIdConnectParameterNames.IdToken, Value = idToken }]);
        }

        return properties;
    }

    private async Task<OuterRefusal?> WhyNotAsync(OuterMatch match, OuterAccount account)
    {
        if (match.User is not { } user)
        {
            return OuterRefusal.Unknown;
        }

        if (!await manager.CanSignInAsync(user))
        {
            return OuterRefusal.Inactive;
        }

        if (await manager.UserManager.IsLockedOutAsync(user))
        {
            return OuterRefusal.Locked;
        }

        try
        {
            if (!match.IsLinked)
            {
                await mediator.Send(new LinkOuterAccount(user, account));
            }

            return null;
        }
        catch (ConflictException)
        {
            return OuterRefusal.Taken;
        }
    }

    private OuterAccount Read(ClaimsPrincipal outer)
    {
        var subject = outer.FindFirst("sub")!;
        return new(subject.Issuer, subject.Value, outer.FindFirstValue(provider.UserNameClaim));
    }

    /// <summary>As the framework itself remembers between the steps whose password was right.</summary>
    private static ClaimsPrincipal Half(User user) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))], IdentityConstants.TwoFactorUserIdScheme));
}
