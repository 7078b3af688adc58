using ApprovalEngine.Host.Endpoints.Elsa;
using ApprovalEngine.Host.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Pages;

/// <summary>Who asks for a page that there is not is shown the ways on, signed in or not: the sign-in form would only lead back to nothing.</summary>
internal sealed class UnknownPages(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint() is null && HttpMethods.IsGet(context.Request.Method) && FailurePages.AreFor(context) && !ElsaErrors.IsElsa(context)
            ? new RazorComponentResult<App>().ExecuteAsync(context)
            : next(context);
}
