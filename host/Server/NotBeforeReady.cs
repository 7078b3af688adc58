using ApprovalEngine.Host.Problems;
using Microsoft.AspNetCore.StaticAssets;

namespace ApprovalEngine.Host.Server;

/// <summary>While the database is being brought up to date only the pages that say so are answered.</summary>
internal sealed class NotBeforeReady(RequestDelegate next, StartUp startUp)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (startUp.IsDone || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) || context.Request.Path == "/" || IsAsset(context))
        {
            if (!startUp.IsDone)
            {
                // Whoever they say they are cannot be known before the keys of sign-ins are there.
                context.Request.Headers.Cookie = default;
            }

            await next(context);
            return;
        }

        context.Response.Headers.RetryAfter = "2";
        var problem = ProblemMap.Of(StatusCodes.Status503ServiceUnavailable, "Starting", "The service is starting; try again in a moment.");
        await (FailurePages.AreFor(context) ? FailurePages.WriteAsync(context, problem) : Results.Problem(problem).ExecuteAsync(context));
    }

    private static bool IsAsset(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
