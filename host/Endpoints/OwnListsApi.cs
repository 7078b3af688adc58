using ApprovalEngine.Approval.Preferences;
using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Accounts;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>What people keep for themselves: phrases and filters of the inbox, and how the office looks to them. The person is who asks, never one that a request names.</summary>
internal static class OwnListsApi
{
    public static RouteGroupBuilder MapOwnLists(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/me").RequireAuthorization(Policies.SignedIn).WithTags("Tasks");
        own.MapGet("/phrases", Phrases);
        own.MapPut("/phrases", KeepPhrases);
        own.MapGet("/filters", Filters);
        own.MapPut("/filters", KeepFilters);
        own.MapPut("/preferences/{name}", KeepPreference);
        return api;
    }

    private static async Task<Ok<OwnPhrases>> Phrases(CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new MyPhrases(current.Access), cancel));

    private static async Task<Ok<OwnPhrases>> KeepPhrases(OwnPhrases phrases, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new KeepPhrases(current.Access, phrases), cancel));

    private static async Task<Ok<SavedFilters>> Filters(CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new MyFilters(current.Access), cancel));

    private static async Task<Ok<SavedFilters>> KeepFilters(SavedFilters filters, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new KeepFilters(current.Access, filters), cancel));

    private static async Task<NoContent> KeepPreference(string name, PreferenceRequest preference, CurrentAccess current, IMediator mediator, CancellationToken cancel)
    {
        await mediator.Send(new KeepPreference(current.Access, name, preference.Value), cancel);
        return TypedResults.NoContent();
    }
}
