using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Host.Identity;
using ApprovalEngine.Host.Problems;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Signing in, and who one is.</summary>
internal static class AccountsApi
{
    public static RouteGroupBuilder MapAccounts(this RouteGroupBuilder api)
    {
        var accounts = api.MapGroup("").WithTags("Accounts");
        accounts.MapPost("/sign-in", SignIn).AllowAnonymous();
        accounts.MapGet("/me", Me).RequireAuthorization(Policies.SignedIn);
        return api;
    }

    private static async Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> SignIn(SignInRequest request, Tokens tokens) =>
        await tokens.IssueAsync(request.UserName, request.Password) is var (token, expires)
            ? TypedResults.Ok(new SignInAnswer(token, expires))
            : TypedResults.Problem(ProblemMap.Of(
                StatusCodes.Status401Unauthorized, "SignInRefused", "User name or password is wrong, or the account is locked for a while."));

    private static Ok<Me> Me(CurrentAccess current, IAntiforgery antiforgery, HttpContext context) => TypedResults.Ok(new Me(
        current.Access.UserName,
        [.. current.Access.Grants.Select(grant => new HeldRole(grant.Role, grant.UnitPath))],
        antiforgery.GetAndStoreTokens(context).RequestToken));
}
