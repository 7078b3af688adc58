using Microsoft.AspNetCore.Localization;

namespace ApprovalEngine.Host.Pages;

/// <summary>The three languages of every screen.</summary>
internal static class Cultures
{
    /// <summary>A language with its own name for itself.</summary>
    internal sealed record Culture(string Name, string NativeWord);

    public static IReadOnlyList<Culture> All { get; } = [new("zh-Hans", "简体"), new("zh-Hant", "繁體"), new("en", "English")];

    public static void Configure(RequestLocalizationOptions options)
    {
        string[] names = [.. All.Select(culture => culture.Name)];
        options.SetDefaultCulture(names[0]).AddSupportedCultures(names).AddSupportedUICultures(names);
    }

    /// <summary>Keeps the chosen language in the browser.</summary>
    public static void MapLanguage(this IEndpointRouteBuilder app) =>
        app.MapGet("/language/{culture}", (string culture, string? returnUrl, HttpContext context) =>
        {
            Keep(context, culture);
            return Results.LocalRedirect(LocalAddress.Of(returnUrl));
        }).AllowAnonymous().ExcludeFromDescription();

    /// <summary>Keeps a language in the browser; what is none is not kept.</summary>
    public static void Keep(HttpContext context, string? culture)
    {
        if (All.Any(known => known.Name == culture))
        {
            context.Response.Cookies.Append(
                CookieRequestCultureProvider.DefaultCookieName,
                CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(culture!)),
                new CookieOptions { IsEssential = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365) });
        }
    }
}
