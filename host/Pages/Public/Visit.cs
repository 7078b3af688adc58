using ApprovalEngine.Host.Server;

namespace ApprovalEngine.Host.Pages.Public;

/// <summary>The request that a public page answers.</summary>
internal sealed class Visit(IHttpContextAccessor accessor, PublicTries tries)
{
    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("A public page is rendered for a request.");

    /// <summary>This page's address with what it was asked, below the root.</summary>
    public string Address => Context.Request.Path + Context.Request.QueryString;

    /// <summary>Counts a try of a number; where there were too many the answer says so and when to come again.</summary>
    /// <returns>Whether it may be answered.</returns>
    public bool May(string? number)
    {
        if (tries.Wait(Context.Connection.RemoteIpAddress, number) is not { } wait)
        {
            return true;
        }

        Context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        Context.Response.ComeAgainAfter(wait);
        return false;
    }

    /// <summary>What stands on this page is for this person and this moment. Pages with a form that is posted are not kept anyway.</summary>
    public void KeepNothing() => Context.Response.Headers.CacheControl = "no-store";

    /// <summary>There is no such thing. It is said when the answer begins: a page whose request is known to find nothing is not rendered.</summary>
    public void NotFound() => Context.Response.OnStarting(() =>
    {
        Context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
