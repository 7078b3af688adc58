using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Preferences;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Host.Identity;
using ApprovalEngine.Host.Identity.Outer;
using ApprovalEngine.Host.Pages;
using ApprovalEngine.Host.Problems;
using MediatR;
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
        accounts.MapGet("/me/notices", Notices).RequireAuthorization(Policies.SignedIn);
        accounts.MapPost("/me/notices/read", ReadNotices).RequireAuthorization(Policies.SignedIn);
        accounts.MapGet("/me/duties", Duties).RequireAuthorization(Policies.SignedIn);
        accounts.MapPost("/session", Begin).AllowAnonymous();
        accounts.MapDelete("/session", End).RequireAuthorization(Policies.SignedIn);
        return api;
    }

    private static async Task<Results<Ok<SignInAnswer>, ProblemHttpResult>> SignIn(SignInRequest request, Tokens tokens)
    {
        var (end, answer) = await tokens.IssueAsync(request.UserName, request.Password, request.Code);
        return answer is null ? Refused(end) : TypedResults.Ok(answer);
    }

    /// <summary>
    /// Signs in again where a page is open. A page of another site cannot send it: JSON crosses origins only where the server allows it.
    /// </summary>
    private static async Task<Results<NoContent, ProblemHttpResult>> Begin(SessionRequest request, SignIn signIn)
    {
        var end = await signIn.TryAsync(request.UserName, request.Password, request.Code);
        return end == SignInEnd.In ? TypedResults.NoContent() : Refused(end);
    }

    private static async Task<Ok<SignedOut>> End(SignIn signIn) => TypedResults.Ok(new SignedOut(await signIn.OutAsync()));

    private static async Task<Ok<IReadOnlyList<NoticeView>>> Notices(CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new MyNotices(current.Access), cancel));

    private static async Task<NoContent> ReadNotices(ReadNoticesRequest request, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        await mediator.Send(new ReadNotices(current.Access, request.Notices), cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<DutyView>>> Duties(CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new MyDuties(current.Access), cancel));

    private static ProblemHttpResult Refused(SignInEnd end) => TypedResults.Problem(end == SignInEnd.CodeNeeded
        ? ProblemMap.Of(StatusCodes.Status401Unauthorized, "SecondStepNeeded", "The account also asks for a code of its second step: send it as 'code'.")
        : ProblemMap.Of(StatusCodes.Status401Unauthorized, "SignInRefused", "User name, password or code is wrong, or the account is locked for a while."));

    private static async Task<Ok<Me>> Me(CurrentAccess current, OrgDirectory directories, IAntiforgery antiforgery, IEnumerable<OuterProvider> providers, IMediator mediator, TimeProvider clock, HttpContext context, CancellationToken cancel)
    {
        var directory = await directories.Of(current.Access.CentreId, cancel);
        return TypedResults.Ok(new Me(
            current.Access.UserName,
            directory.FindPerson(current.Access.UserName)?.DisplayName ?? current.Access.UserName,
            directory.Centre.Name,
            directory.Centre.Zone,
            [.. current.Access.Grants.Select(grant => new HeldRole(grant.Role, grant.UnitPath, directory.FindUnit(grant.UnitId)?.Code))],
            antiforgery.GetAndStoreTokens(context).RequestToken,
            providers.SingleOrDefault()?.Name)
        {
            At = clock.GetUtcNow(),
            Preferences = await mediator.Send(new MyPreferences(current.Access), cancel),
            Windows = [.. directory.Units.Where(unit => unit is { Kind: OrgUnitKind.Window, IsActive: true } && (current.Access.Reaches(Role.WindowClerk, unit) || current.Access.Reaches(Role.Agent, unit))).Select(unit => unit.Code)],
        });
    }
}
