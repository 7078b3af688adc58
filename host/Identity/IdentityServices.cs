using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Preferences;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Host.Endpoints.Elsa;
using ApprovalEngine.Host.Identity.Keys;
using ApprovalEngine.Host.Identity.Outer;
using ApprovalEngine.Host.Pages;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace ApprovalEngine.Host.Identity;

/// <summary>
/// Who somebody is and what they may ask for: a cookie for browsers, a bearer token for what acts in a person's name, both protected by
/// keys in the database, so that any host can answer any request; a key of its own for a program that acts in its own name.
/// </summary>
internal static class IdentityServices
{
    private const string Either = "CookieOrBearer";

    /// <summary>A working day: programs sign in again each day, and a deactivated account stops at once anyway.</summary>
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(12);

    /// <summary>To take one's telephone out and type a code.</summary>
    private static readonly TimeSpan StepLife = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddAccounts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddDataProtection().SetApplicationName("approval").PersistKeysToDbContext<ApprovalDbContext>();
        services.AddScoped<IUserConfirmation<User>, OnlyActivePeople>();
        services.Configure<IdentityOptions>(options => options.SignIn.RequireConfirmedAccount = true);
        new IdentityBuilder(typeof(User), services).AddSignInManager<AccountSignIn>();
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = Scheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options => Configure(options, configuration))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options => ConfigureStep(options, configuration))
            .AddBearerToken(IdentityConstants.BearerScheme, Configure)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
            .AddOuter(configuration, Security(configuration));
        services.AddKeyLimits(configuration);
        services.AddAntiforgery(options => Configure(options, configuration));
        services.AddScoped<Tokens>().AddSingleton<SignInLog>();
        services.AddScoped<CurrentAccess>();
        services.AddScoped<IAuthorizationHandler, HoldsRoleHandler>();
        services.AddAuthorization(Configure);
        return services;
    }

    private static string Scheme(HttpContext context) =>
        ApiKeyHandler.KeyOf(context.Request) is not null ? ApiKeyHandler.SchemeName
        : (context.Request.Headers.Authorization is [{ } header, ..] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) || HubToken(context) is not null
            ? IdentityConstants.BearerScheme
            : IdentityConstants.ApplicationScheme;

    private static void Configure(BearerTokenOptions options)
    {
        options.BearerTokenExpiration = TokenLife;
        options.Events.OnMessageReceived = context =>
        {
            context.Token = HubToken(context.HttpContext) ?? context.Token;
            return Task.CompletedTask;
        };
    }

    /// <summary>A browser's WebSocket carries no header: there, and only there, the token stands in the address.</summary>
    private static string? HubToken(HttpContext context) =>
        context.Request.Path.StartsWithSegments(InstanceHub.Path, StringComparison.Ordinal) ? context.Request.Query["access_token"] is [{ Length: > 0 } token, ..] ? token : null : null;

    private static void Configure(CookieAuthenticationOptions options, IConfiguration configuration)
    {
        Configure(options.Cookie, "approval", SameSiteMode.Lax, configuration);
        options.ExpireTimeSpan = TokenLife;
        options.LoginPath = "/";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        options.Events.OnSignedIn = SpeakAsync;
    }

    /// <summary>The browser speaks the person's language from the first page on, whoever sat there before.</summary>
    private static async Task SpeakAsync(CookieSignedInContext context)
    {
        var (services, cancel) = (context.HttpContext.RequestServices, context.HttpContext.RequestAborted);
        if (context.Principal?.Identity?.Name is { } name && await services.GetRequiredService<OrgDirectory>().AccessOf(name, cancel) is { } access)
        {
            Cultures.Keep(context.HttpContext, (await services.GetRequiredService<IMediator>().Send(new MyPreferences(access), cancel)).GetValueOrDefault(Preference.Language));
        }
    }

    /// <summary>Remembers between the two steps whose password was right.</summary>
    private static void ConfigureStep(CookieAuthenticationOptions options, IConfiguration configuration)
    {
        Configure(options.Cookie, "approval-step", SameSiteMode.Strict, configuration);
        options.ExpireTimeSpan = StepLife;
    }

    private static void Configure(Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions options, IConfiguration configuration)
    {
        options.HeaderName = "X-CSRF";
        Configure(options.Cookie, "approval-csrf", SameSiteMode.Strict, configuration);
    }

    private static void Configure(CookieBuilder cookie, string name, SameSiteMode sameSite, IConfiguration configuration)
    {
        (cookie.Name, cookie.SameSite, cookie.HttpOnly) = (MustBeSecure(configuration) ? $"__Host-{name}" : name, sameSite, true);
        cookie.SecurePolicy = Security(configuration);
    }

    private static void Configure(AuthorizationOptions options)
    {
        var signedIn = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new HoldsRole([])).Build();

        // Deny by default: an endpoint that says nothing is open to nobody but signed-in, active people.
        options.FallbackPolicy = signedIn;
        options.AddPolicy(Policies.SignedIn, signedIn);
        options.AddPolicy(Policies.Operations, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole([Role.Administrator], OfWholeCentre: true)));
        foreach (var (name, roles) in Policies.Roles)
        {
            options.AddPolicy(name, policy => policy.RequireAuthenticatedUser().AddRequirements(new HoldsRole(roles)));
        }
    }

    /// <summary>A browser that asks for a page is taken to the form and back; a program gets the status.</summary>
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var request = context.Request;
        var wantsPage = HttpMethods.IsGet(request.Method) && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
            && request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);
        if (wantsPage && status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }

    private static CookieSecurePolicy Security(IConfiguration configuration) =>
        MustBeSecure(configuration) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>Behind TLS this is set; a trial on plain HTTP could not sign in with it.</summary>
    private static bool MustBeSecure(IConfiguration configuration) => configuration.GetValue("Cookies:Secure", false);
}
