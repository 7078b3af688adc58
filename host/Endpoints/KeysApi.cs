using ApprovalEngine.Approval.Keys;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Keys of programs.</summary>
internal static class KeysApi
{
    public static RouteGroupBuilder MapKeys(this RouteGroupBuilder api)
    {
        var keys = api.MapGroup("/keys").RequireAuthorization(Policies.Administrator).WithTags("Keys");
        keys.MapGet("/", List);
        keys.MapPost("/export", Export);
        keys.MapPost("/", Give);
        keys.MapDelete("/{code}", Revoke);
        return api;
    }

    private static async Task<Ok<Page<ApiKeyView>>> List(string? search, bool? isGood, bool? isGiverActive, [AsParameters] PageRequest page, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListKeys(current.Access, page.After, page.Size) { Search = search, IsGood = isGood, IsGiverActive = isGiverActive }, cancel));

    private static async Task<Created<NewApiKey>> Give(ApiKeyRequest key, CurrentAccess current, IMediator mediator, HttpContext context, CancellationToken cancel)
    {
        var given = await mediator.Send(new GiveKey(current.Access, key), cancel);
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Created((string?)null, given);
    }

    private static async Task<NoContent> Revoke(string code, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        await mediator.Send(new RevokeKey(current.Access, code), cancel);
        return TypedResults.NoContent();
    }

    private static Task<IResult> Export(string? search, bool? isGood, bool? isGiverActive, ExportRequest request, ListExports exports, CancellationToken cancel) =>
        exports.Keys(search, isGood, isGiverActive, request, cancel);
}
