using System.Security.Claims;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Host.Identity.Keys;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ApprovalEngine.Host.Identity;

/// <summary>
/// Whose sign-ins were ended (password changed, signed out everywhere, deactivated) is nobody from then on: cookies and tokens alike are
/// held to the account's stamp at every request, not only when they are renewed. A program's key has been looked up for this request already.
/// </summary>
internal sealed class EndedSignIns(RequestDelegate next, OrgDirectory directory, IOptions<IdentityOptions> options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var stamp = context.User.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType);
        if (context.User.Identity is { IsAuthenticated: true, Name: { } name, AuthenticationType: not ApiKeyHandler.SchemeName } && !await directory.Stands(name, stamp, context.RequestAborted))
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }

        await next(context);
    }
}
