using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace ApprovalEngine.Host.Identity;

/// <summary>A write that is authorised by a browser's cookie must also carry the antiforgery header; a bearer token cannot be forged.</summary>
internal static class CookieWrites
{
    public static RouteGroupBuilder ProtectCookieWrites(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
            if (!isRead && IsByCookie(http) && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
            {
                return Results.Problem(Problems.ProblemMap.Of(
                    StatusCodes.Status400BadRequest, "ForgeryProtection", "The header X-CSRF is missing or does not belong to this sign-in."));
            }

            return await next(context);
        });

    private static bool IsByCookie(HttpContext http) =>
        http.User.Identities.Any(identity => identity is { IsAuthenticated: true })
        && http.Request.Headers.Authorization.Count == 0
        && http.Request.Cookies.Count > 0
        && http.User.Identity?.AuthenticationType == IdentityConstants.ApplicationScheme;
}
