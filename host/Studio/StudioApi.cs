using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Host.Identity;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Studio;

/// <summary>Elsa Studio below <c>/studio/</c>: its pages and its files.</summary>
internal static class StudioApi
{
    public const string Path = "/studio";

    public static IServiceCollection AddStudio(this IServiceCollection services) =>
        services.AddSingleton<StudioHome>().AddHostedService(provider => provider.GetRequiredService<StudioHome>());

    public static void MapStudio(this IEndpointRouteBuilder app)
    {
        // Whoever is signed in but no administrator is told so by the page; the command behind each call checks again.
        var pages = app.MapGroup(Path).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();
        pages.MapGet("/", () => TypedResults.LocalRedirect($"{Path}/workflows/definitions"));
        pages.MapGet("/workflows/definitions", (CurrentAccess current, StudioHome home) => Page(current, home, StudioScreen.DefinitionList, null));
        pages.MapGet("/workflows/definitions/{id}/edit", (string id, CurrentAccess current, StudioHome home) => Page(current, home, StudioScreen.DefinitionEditor, id));
        pages.MapGet("/workflows/instances", (CurrentAccess current, StudioHome home) => Page(current, home, StudioScreen.InstanceList, null));
        pages.MapGet("/workflows/instances/{id}/view", (string id, CurrentAccess current, StudioHome home) => Page(current, home, StudioScreen.InstanceViewer, id));
        app.MapGet(Path + "/{**name}", (string name, HttpContext context, StudioHome home) => home.Files?.Answer(context, name) ?? TypedResults.NotFound())
            .RequireAuthorization(Policies.Administrator).ExcludeFromDescription();
    }

    private static RazorComponentResult<StudioPage> Page(CurrentAccess current, StudioHome home, StudioScreen screen, string? id)
    {
        home.Look();
        var isAllowed = current.Access.Has(Role.Administrator);
        return new RazorComponentResult<StudioPage>(new { Screen = screen, Id = id, Home = home, IsAllowed = isAllowed })
        {
            StatusCode = !isAllowed ? StatusCodes.Status403Forbidden : home.Files is null ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK,
        };
    }
}
