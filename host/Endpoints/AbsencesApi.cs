using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Who is away, who stands in, and where a person's work goes. Whose matter it is the command checks.</summary>
internal static class AbsencesApi
{
    public static RouteGroupBuilder MapAbsences(this RouteGroupBuilder api)
    {
        var organisation = api.MapGroup("/organisation").RequireAuthorization(Policies.SignedIn).WithTags("Organisation");
        organisation.MapGet("/absences", List);
        organisation.MapPost("/absences/export", Export);
        organisation.MapGet("/deputies", Deputies);
        organisation.MapPost("/absences", Record);
        organisation.MapPost("/absences/{absenceId:int}/end", End);
        organisation.MapGet("/people/{userName}/work", Preview);
        organisation.MapPost("/people/{userName}/hand-over", HandOver);
        return api;
    }

    private static async Task<Ok<Page<AbsenceView>>> List(
        IMediator mediator, CurrentAccess current, [AsParameters] AbsenceFilter filter, [AsParameters] PageRequest page, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListAbsences(current.Access, filter, page.After, page.Size), cancel));

    private static async Task<Ok<IReadOnlyList<PersonName>>> Deputies(IMediator mediator, CurrentAccess current, string? userName, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListDeputies(current.Access, userName), cancel));

    private static async Task<Created<AbsenceView>> Record(IMediator mediator, CurrentAccess current, AbsenceRequest request, CancellationToken cancel) =>
        TypedResults.Created((string?)null, await mediator.Send(new RecordAbsence(current.Access, request), cancel));

    private static async Task<NoContent> End(IMediator mediator, CurrentAccess current, int absenceId, CancellationToken cancel)
    {
        await mediator.Send(new EndAbsence(current.Access, absenceId), cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<OpenWork>> Preview(IMediator mediator, CurrentAccess current, string userName, string? toUser, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new PreviewHandOver(current.Access, userName, toUser), cancel));

    private static async Task<Ok<HandedOver>> HandOver(IMediator mediator, CurrentAccess current, string userName, HandOverRequest request, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new HandOverWork(current.Access, userName, request), cancel));

    private static Task<IResult> Export([AsParameters] AbsenceFilter filter, ExportRequest request, ListExports exports, CancellationToken cancel) => exports.Absences(filter, request, cancel);
}
