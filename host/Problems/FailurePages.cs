using System.Diagnostics;
using System.Globalization;
using ApprovalEngine.Host.Pages;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;

namespace ApprovalEngine.Host.Problems;

/// <summary>What people get instead of a problem for programs when a page of theirs could not be made.</summary>
internal static class FailurePages
{
    /// <summary>Whether it is a person's browser that asks for a page.</summary>
    public static bool AreFor(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) && context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html");

    /// <summary>Writes the page, in the reader's language as far as the request says it.</summary>
    public static async Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        // The page that failed has used the services of its request up: a second one is not rendered with them.
        await using var scope = context.RequestServices.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture =
            context.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture ?? CultureInfo.GetCultureInfo(Cultures.All[0].Name);
        var page = new RazorComponentResult<FailurePage>(new
        {
            Kind = problem.Status switch
            {
                StatusCodes.Status503ServiceUnavailable => problem.Extensions["code"] is "Starting" ? "Starting" : "Away",
                >= StatusCodes.Status500InternalServerError => "Unexpected",
                _ => "Refused",
            },
            Address = Again(context, problem),
            Code = (string)problem.Extensions["code"]!,
            Trace = Activity.Current?.Id ?? context.TraceIdentifier,
        })
        {
            StatusCode = problem.Status,
        };
        await page.ExecuteAsync(context);
    }

    /// <summary>The page once more; what could not be read of its question is left out.</summary>
    private static string Again(HttpContext context, ProblemDetails problem)
    {
        var path = context.Request.PathBase.Add(context.Request.Path).ToString();
        return context.Request.Method == HttpMethods.Get && problem.Status >= StatusCodes.Status500InternalServerError ? path + context.Request.QueryString : path;
    }
}
