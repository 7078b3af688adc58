using ApprovalEngine.Host.Pages;
using ApprovalEngine.Host.Server;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ApprovalEngine.Host.Identity.Outer;

/// <summary>Signing in with an OpenID Connect provider: authorization code flow with a proof key (PKCE). Without settings nothing of it is there.</summary>
internal static class OuterServices
{
    public const string Scheme = "Outer";

    /// <summary>Where it begins; the provider sends people back to the same address with <c>/back</c>.</summary>
    public const string Path = "/sign-in/provider";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Long enough to sign in at the provider, and to find one's telephone there.</summary>
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMinutes(15);

    public static void AddOuter(this AuthenticationBuilder authentication, IConfiguration configuration, CookieSecurePolicy cookies)
    {
        authentication.Services.AddScoped<OuterSignOut>();
        if (OuterProvider.Of(configuration) is { } provider)
        {
            authentication.Services.AddSingleton(provider).AddScoped<OuterSignIn>();
            authentication.AddOpenIdConnect(Scheme, options => Configure(options, provider, cookies));
        }
    }

    public static void MapOuter(this IEndpointRouteBuilder app)
    {
        if (app.ServiceProvider.GetService<OuterProvider>() is not null)
        {
            app.MapGet(Path, BeginAsync).AllowAnonymous().ExcludeFromDescription();
        }
    }

    private static void Configure(OpenIdConnectOptions options, OuterProvider provider, CookieSecurePolicy cookies)
    {
        (options.Authority, options.ClientId, options.ClientSecret) = (provider.Authority.AbsoluteUri, provider.ClientId, provider.ClientSecret);
        options.RequireHttpsMetadata = !provider.Authority.IsLoopback;
        options.CallbackPath = Path + "/back";
        options.SignInScheme = IdentityConstants.ApplicationScheme;
        (options.BackchannelTimeout, options.RemoteAuthenticationTimeout) = (Patience, RoundTrip);

        // An answer in the address, not in a form: cookies that follow a form from another site would have to follow every such form.
        (options.ResponseType, options.ResponseMode, options.UsePkce) = (OpenIdConnectResponseType.Code, OpenIdConnectResponseMode.Query, true);
        (options.CorrelationCookie.SameSite, options.NonceCookie.SameSite) = (SameSiteMode.Lax, SameSiteMode.Lax);
        (options.CorrelationCookie.SecurePolicy, options.NonceCookie.SecurePolicy) = (cookies, cookies);

        // Any site could ask for this address and so sign people out.
        options.RemoteSignOutPath = default;

        // Nothing but who it is: the name may stand in the token or be asked for, the token itself is kept for signing out.
        (options.MapInboundClaims, options.GetClaimsFromUserInfoEndpoint, options.SaveTokens, options.DisableTelemetry) = (false, true, true, true);
        options.ClaimActions.Clear();
        options.ClaimActions.MapUniqueJsonKey(provider.UserNameClaim, provider.UserNameClaim);
        options.Events.OnTicketReceived = ReceiveAsync;
        options.Events.OnRemoteFailure = FailAsync;
    }

    private static async Task<IResult> BeginAsync(string? returnUrl, OuterProvider provider, IOptionsMonitor<OpenIdConnectOptions> options, ILogger<OuterSignIn> log, CancellationToken cancel)
    {
        try
        {
            await options.Get(Scheme).ConfigurationManager!.GetConfigurationAsync(cancel);
        }
        catch (InvalidOperationException away)
        {
            log.LogWarning(away, "The provider {Authority} does not answer.", provider.Authority);
            return Results.LocalRedirect(Refused(OuterRefusal.Unreachable, returnUrl));
        }

        return Results.Challenge(new AuthenticationProperties { RedirectUri = returnUrl is null ? Office.Path : LocalAddress.Of(returnUrl) }, [Scheme]);
    }

    private static async Task ReceiveAsync(TicketReceivedContext context)
    {
        var signIn = context.HttpContext.RequestServices.GetRequiredService<OuterSignIn>();
        var (end, why) = await signIn.TryAsync(context.Principal!, context.Properties?.GetTokenValue(OpenIdConnectParameterNames.IdToken));
        var returnUrl = LocalAddress.Of(context.ReturnUri);
        context.Response.Redirect(end switch
        {
            SignInEnd.In => returnUrl,
            SignInEnd.CodeNeeded => $"{LocalAddress.Start}?step=code&returnUrl={Uri.EscapeDataString(returnUrl)}",
            _ => Refused(why, returnUrl),
        });
        context.HandleResponse();
    }

    /// <summary>What the provider or a stranger put into the address is logged, not shown.</summary>
    private static Task FailAsync(RemoteFailureContext context)
    {
        context.HttpContext.RequestServices.GetRequiredService<ILogger<OuterSignIn>>().LogWarning("A sign-in from outside failed: {Message}", context.Failure?.Message);
        context.Response.Redirect(Refused(OuterRefusal.Failed, context.Properties?.RedirectUri));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    private static string Refused(OuterRefusal? why, string? returnUrl) =>
        $"{LocalAddress.Start}?refused={why}{(returnUrl is null ? "" : $"&returnUrl={Uri.EscapeDataString(LocalAddress.Of(returnUrl))}")}";
}
