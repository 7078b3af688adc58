using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>What the centre has decided about how it works.</summary>
internal static class CentreApi
{
    public static RouteGroupBuilder MapCentre(this RouteGroupBuilder api)
    {
        var centre = api.MapGroup("/centre").RequireAuthorization(Policies.Administrator).WithTags("Organisation");
        centre.MapGet("/settings", Settings);
        centre.MapPut("/settings", Change);
        return api;
    }

    private static async Task<Ok<CentreSettingsView>> Settings(CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetCentreSettings(current.Access), cancel));

    private static async Task<Ok<CentreSettingsView>> Change(CentreSettingsView settings, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ChangeCentreSettings(current.Access, settings), cancel));
}
