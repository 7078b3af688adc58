using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Host.Tests.Outer;

/// <summary>
/// A real OpenID Connect provider (OpenIddict) on a free port. Who is signed in there stands in a cookie of the visitor; whether the name
/// stands in the token or is told only when asked for (userinfo), too.
/// </summary>
internal sealed class Provider : IAsyncDisposable
{
    public const string ClientId = "approval";
    public const string Secret = "a secret of these tests only";

    /// <summary>Cookie of the provider's own session: subject, name, and whether the token says the name.</summary>
    public const string Session = "at-the-provider";

    private readonly WebApplication app;

    private Provider(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.Single());

    public static async Task<Provider> StartAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var database = $"provider-{Guid.NewGuid():N}";
        builder.Services.AddDbContext<DbContext>(options => options.UseInMemoryDatabase(database).UseOpenIddict());
        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DbContext>().DisableBulkOperations())
            .AddServer(Configure);
        var app = builder.Build();
        app.UseAuthentication();
        app.MapGet("/connect/authorize", Authorize);
        app.MapGet("/connect/logout", LogOut);
        app.MapGet("/connect/userinfo", (Delegate)UserInfo);
        await app.StartAsync(cancel);
        return new Provider(app);
    }

    /// <summary>Makes a client known.</summary>
    public async Task Know(Uri client, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var known = new OpenIddictApplicationDescriptor
        {
            ClientId = ClientId,
            ClientSecret = Secret,
            ConsentType = ConsentTypes.Implicit,
            RedirectUris = { new Uri(client, "/sign-in/provider/back") },
            PostLogoutRedirectUris = { new Uri(client, "/") },
            Permissions =
            {
                Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.Endpoints.EndSession,
                Permissions.GrantTypes.AuthorizationCode, Permissions.ResponseTypes.Code, Permissions.Scopes.Profile,
            },
            Requirements = { Requirements.Features.ProofKeyForCodeExchange },
        };
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(known, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static void Configure(OpenIddictServerBuilder server)
    {
        server.SetAuthorizationEndpointUris("connect/authorize").SetTokenEndpointUris("connect/token")
            .SetUserInfoEndpointUris("connect/userinfo").SetEndSessionEndpointUris("connect/logout");
        server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
        server.RegisterScopes(Scopes.Profile);
        server.AddEphemeralEncryptionKey().AddEphemeralSigningKey();
        server.UseAspNetCore().DisableTransportSecurityRequirement()
            .EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough().EnableUserInfoEndpointPassthrough();
    }

    private static IResult Authorize(HttpContext context)
    {
        if (context.Request.Cookies[Session] is not { Length: > 0 } session)
        {
            return Results.StatusCode((int)HttpStatusCode.Unauthorized);
        }

        var told = Uri.UnescapeDataString(session).Split('|');
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.AddClaim(new Claim(Claims.Subject, told[0]));
        identity.AddClaim(new Claim(Claims.PreferredUsername, told[1]));

        // What a provider says of roles must count for nothing here.
        identity.AddClaim(new Claim(Claims.Role, "Administrator"));
        var isInToken = bool.Parse(told[2]);
        identity.SetDestinations(claim => claim.Type == Claims.PreferredUsername && !isInToken ? [Destinations.AccessToken] : [Destinations.AccessToken, Destinations.IdentityToken]);
        var person = new ClaimsPrincipal(identity);
        person.SetScopes(context.GetOpenIddictServerRequest()!.GetScopes());
        return Results.SignIn(person, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    private static IResult LogOut(HttpContext context)
    {
        context.Response.Cookies.Delete(Session);
        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);
    }

    private static async Task<IResult> UserInfo(HttpContext context)
    {
        var person = (await context.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme)).Principal!;
        return Results.Json(new Dictionary<string, string?>
        {
            [Claims.Subject] = person.GetClaim(Claims.Subject),
            [Claims.PreferredUsername] = person.GetClaim(Claims.PreferredUsername),
        });
    }
}
