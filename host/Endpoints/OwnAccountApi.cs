using System.Text;
using ApprovalEngine.Approval.SigningIn;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Host.Identity;
using ApprovalEngine.Host.Pages;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>What people set about their own account. What ends all sign-ins gives the browser it came from a new one.</summary>
internal static class OwnAccountApi
{
    public static RouteGroupBuilder MapOwnAccount(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/me").RequireAuthorization(Policies.SignedIn).WithTags("Accounts");
        own.MapGet("/second-step", GetSecondStep);
        own.MapPost("/second-step", BeginSecondStep);
        own.MapPost("/second-step/confirm", ConfirmSecondStep);
        own.MapPost("/second-step/end", EndSecondStep);
        own.MapPost("/password", ChangePassword);
        own.MapPost("/sign-out-everywhere", SignOutEverywhere);
        return api;
    }

    private static async Task<Ok<SecondStepView>> GetSecondStep(CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetSecondStep(current.Access), cancel));

    private static async Task<Ok<SecondStepSetup>> BeginSecondStep(CurrentAccess current, IMediator mediator, HttpContext context, CancellationToken cancel)
    {
        var secret = await mediator.Send(new BeginSecondStep(current.Access), cancel);
        var picture = Convert.ToBase64String(Encoding.UTF8.GetBytes(QrPicture.Of(secret.Uri.AbsoluteUri)));
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new SecondStepSetup(secret.Secret, $"data:image/svg+xml;base64,{picture}"));
    }

    private static async Task<Ok<RecoveryCodes>> ConfirmSecondStep(CodeRequest request, CurrentAccess current, IMediator mediator, SignIn signIn, HttpContext context, CancellationToken cancel)
    {
        var codes = await mediator.Send(new ConfirmSecondStep(current.Access, request.Code), cancel);
        await signIn.RenewAsync();
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(codes);
    }

    private static async Task<NoContent> EndSecondStep(CodeRequest request, CurrentAccess current, IMediator mediator, SignIn signIn, CancellationToken cancel)
    {
        await mediator.Send(new EndSecondStep(current.Access, request.Code), cancel);
        await signIn.RenewAsync();
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ChangePassword(OwnPasswordRequest request, CurrentAccess current, IMediator mediator, SignIn signIn, CancellationToken cancel)
    {
        await mediator.Send(new ChangeOwnPassword(current.Access, request), cancel);
        await signIn.RenewAsync();
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignOutEverywhere(CurrentAccess current, IMediator mediator, SignIn signIn, CancellationToken cancel)
    {
        await mediator.Send(new SignOutEverywhere(current.Access), cancel);
        await signIn.OutAsync();
        return TypedResults.NoContent();
    }
}
