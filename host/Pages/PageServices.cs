using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ApprovalEngine.Host.Pages;

/// <summary>The host's own pages: rendered on the server, no script needed.</summary>
internal static class PageServices
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(Cultures.Configure);
        services.AddRazorComponents();

        // Chinese text stays readable in the page's source and a third of the size.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services.AddScoped<ServiceState>().AddScoped<SignIn>();
    }

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapLanguage();
        app.MapRazorComponents<App>().AllowAnonymous();
    }
}
