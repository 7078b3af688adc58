using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Catalogue;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>The item catalogue.</summary>
internal static class ItemsApi
{
    public static RouteGroupBuilder MapItems(this RouteGroupBuilder api)
    {
        var all = api.MapGroup("/items").RequireAuthorization(Policies.SignedIn).WithTags("Items");
        all.MapGet("/", List);
        all.MapPost("/export", Export);
        all.MapGet("/{code}", Get);
        all.MapGet("/{code}/versions", Versions);
        all.MapGet("/{code}/versions/{version:int}", GetVersion);

        var administration = api.MapGroup("/items").RequireAuthorization(Policies.Administrator).WithTags("Items");
        administration.MapGet("/{code}/use", Use);
        administration.MapPut("/{code}", Publish);
        administration.MapPut("/{code}/state", SetState);
        return api;
    }

    private static async Task<Ok<Page<ItemListed>>> List(ItemState? state, string? search, [AsParameters] PageRequest page, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListItems(current.Access, state, page.After, page.Size, search), cancel));

    private static Task<IResult> Export(ItemState? state, string? search, ExportRequest request, ListExports exports, CancellationToken cancel) => exports.Items(state, search, request, cancel);

    private static async Task<Ok<ItemView>> Get(string code, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetItem(current.Access, code, null), cancel));

    private static async Task<Ok<IReadOnlyList<ItemVersionListed>>> Versions(string code, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListItemVersions(current.Access, code), cancel));

    private static async Task<Ok<ItemView>> GetVersion(string code, int version, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetItem(current.Access, code, version), cancel));

    private static async Task<Ok<IReadOnlyList<ItemUse>>> Use(string code, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListItemUse(current.Access, code), cancel));

    private static async Task<Ok<ItemView>> Publish(string code, PublishItemRequest item, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new PublishItem(current.Access, code, item), cancel));

    private static async Task<Ok<ItemView>> SetState(string code, ItemStateRequest state, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new SetItemState(current.Access, code, state.State), cancel));
}
