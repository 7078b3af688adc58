using System.Security.Claims;
using System.Text.Encodings.Web;
using ApprovalEngine.Approval.Keys;
using ApprovalEngine.Host.Server;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace ApprovalEngine.Host.Identity.Keys;

/// <summary>Knows programs by their key: <c>X-Api-Key: …</c>, <c>Authorization: Bearer …</c>, or <c>Authorization: ApiKey …</c> as Elsa's clients write it.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, ApiKeys keys, KeyTries tries, CurrentAccess current)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string SchemeName = "ApiKey";

    public const string Header = "X-Api-Key";

    private static readonly string[] Words = ["Bearer ", "ApiKey "];

    /// <summary>How long the address has to wait that sent too many wrong keys.</summary>
    private TimeSpan? wait;

    /// <summary>The key that a request carries; null when it carries none.</summary>
    public static string? KeyOf(HttpRequest request) =>
        request.Headers[Header] is [{ } given] ? given
        : request.Headers.Authorization is [{ } header] && Words.FirstOrDefault(word => header.StartsWith(word, StringComparison.OrdinalIgnoreCase)) is { } found
            && header[found.Length..].Trim() is var text && text.StartsWith(ApiKeys.Prefix, StringComparison.Ordinal) ? text
        : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (KeyOf(Request) is not { } key)
        {
            return AuthenticateResult.NoResult();
        }

        wait = tries.Wait(Context.Connection.RemoteIpAddress, key);
        if (wait is not null)
        {
            return AuthenticateResult.Fail("Too many wrong keys came from this address.");
        }

        if (await keys.AccessOf(key, Context.RequestAborted) is not { } access)
        {
            tries.WasWrong(Context.Connection.RemoteIpAddress, key);
            return AuthenticateResult.Fail("The key is not known, has expired or was revoked.");
        }

        tries.WasGood(key);
        current.Take(access);
        var program = new ClaimsIdentity([new Claim(ClaimTypes.Name, access.UserName)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(program), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (wait is not { } until)
        {
            return base.HandleChallengeAsync(properties);
        }

        Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Response.ComeAgainAfter(until);
        return Task.CompletedTask;
    }
}
