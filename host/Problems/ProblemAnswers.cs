using ApprovalEngine.Host.Endpoints.Elsa;
using Microsoft.AspNetCore.Diagnostics;

namespace ApprovalEngine.Host.Problems;

/// <summary>Answers every exception as a problem; the unexpected ones are logged once, here, and say nothing of the inside.</summary>
internal sealed class ProblemAnswers(IProblemDetailsService problems, ILogger<ProblemAnswers> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var problem = ProblemMap.For(exception);
        if (problem is null)
        {
            log.LogError(exception, "{Method} {Path} failed.", httpContext.Request.Method, httpContext.Request.Path);
            problem = ProblemMap.Of(
                StatusCodes.Status500InternalServerError, "Unexpected", "Something unexpected happened; nothing was changed. The log has it under the trace id.");
        }

        httpContext.Response.StatusCode = problem.Status ?? StatusCodes.Status500InternalServerError;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = "2";
        }

        if (ElsaErrors.IsElsa(httpContext))
        {
            await ElsaErrors.WriteAsync(httpContext, problem);
            return true;
        }

        if (FailurePages.AreFor(httpContext))
        {
            await FailurePages.WriteAsync(httpContext, problem);
            return true;
        }

        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem, Exception = exception });
    }
}
