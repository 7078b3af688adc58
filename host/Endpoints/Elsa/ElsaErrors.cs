using ApprovalEngine.Approval.Errors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>
/// Problems as Elsa's clients read them. Studio shows status 400 only and believes that everything else was done (elsa-studio.md, section 2):
/// what a write was refused for is therefore answered with 400 to it, and kept apart where a program asks.
/// </summary>
internal static class ElsaErrors
{
    private const string Message = "One or more errors occurred!";

    /// <summary>Whether the request is one of Elsa's contract.</summary>
    public static bool IsElsa(HttpContext context) => context.Request.Path.StartsWithSegments(ElsaApi.Base, StringComparison.Ordinal);

    /// <summary>Writes a problem in Elsa's form.</summary>
    public static Task WriteAsync(HttpContext context, ProblemDetails problem)
    {
        var status = StatusFor(context, problem.Status ?? StatusCodes.Status500InternalServerError);
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { StatusCode = status, Message, Errors = Errors(problem) }, ElsaJson.Options, "application/problem+json", CancellationToken.None);
    }

    /// <summary>Answers of the server itself that have no body: not signed in, no right, no such address.</summary>
    public static Task WriteAsync(StatusCodeContext status)
    {
        var problem = new ProblemDetails { Status = status.HttpContext.Response.StatusCode };
        Problems.ProblemMap.Complete(new ProblemDetailsContext { HttpContext = status.HttpContext, ProblemDetails = problem });
        problem.Detail = problem.Status switch
        {
            StatusCodes.Status401Unauthorized => "You are not signed in any more; nothing was saved.",
            StatusCodes.Status403Forbidden => "You do not have the right to do this; nothing was saved.",
            _ => problem.Title,
        };
        return WriteAsync(status.HttpContext, problem);
    }

    private static int StatusFor(HttpContext context, int status)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        var isBrowser = context.Request.Headers.Authorization.Count == 0 && context.Request.Cookies.Count > 0;
        return status switch
        {
            StatusCodes.Status409Conflict or StatusCodes.Status422UnprocessableEntity => StatusCodes.Status400BadRequest,
            StatusCodes.Status403Forbidden when !isRead => StatusCodes.Status400BadRequest,
            StatusCodes.Status401Unauthorized or >= StatusCodes.Status500InternalServerError when !isRead && isBrowser => StatusCodes.Status400BadRequest,
            _ => status,
        };
    }

    private static Dictionary<string, string[]> Errors(ProblemDetails problem) =>
        problem.Extensions.TryGetValue("faults", out var found) && found is IReadOnlyList<Fault> faults
            ? faults.GroupBy(fault => fault.Where ?? fault.Code).ToDictionary(group => group.Key, group => group.Select(fault => fault.Message).ToArray())
            : new() { [problem.Extensions.TryGetValue("code", out var code) ? code?.ToString() ?? "" : ""] = [problem.Detail ?? problem.Title ?? Message] };
}
