using ApprovalEngine.Contracts.Elsa;
using ApprovalEngine.Host.Identity;
using ApprovalEngine.Host.Studio;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints.Elsa;

/// <summary>What kind of server this is, and signing in to it.</summary>
internal static class ElsaServerApi
{
    public static RouteGroupBuilder MapElsaServer(this RouteGroupBuilder elsa)
    {
        elsa.MapPost("/identity/login", SignIn).AllowAnonymous();
        elsa.MapGet("/features/installed", () => ElsaJson.Answer(new ElsaList<ElsaFeature>(ElsaFeature.All)));
        elsa.MapGet("/features/installed/{fullName}", Feature);
        elsa.MapGet("/package/version", () => ElsaJson.Answer(new { PackageVersion = StudioPackage.Version }));
        return elsa;
    }

    private static Results<JsonHttpResult<ElsaFeature>, NotFound> Feature(string fullName) =>
        ElsaFeature.All.FirstOrDefault(feature => feature.FullName == fullName) is { } found ? ElsaJson.Answer(found) : TypedResults.NotFound();

    /// <summary>Elsa answers a refused sign-in like a granted one, and says so in it.</summary>
    private static async Task<JsonHttpResult<ElsaSignedIn>> SignIn(ElsaBody body, Tokens tokens) =>
        ElsaJson.Answer(await tokens.IssueAsync(body.Text("username") ?? "", body.Text("password") ?? "") is (_, { AccessToken: var token })
            ? new ElsaSignedIn(true, token)
            : new ElsaSignedIn(false, null));

    /// <summary>The answer to a sign-in. There is no second token to refresh the first: programs sign in again each day.</summary>
    private sealed record ElsaSignedIn(bool IsAuthenticated, string? AccessToken);
}
