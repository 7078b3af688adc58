using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Stopping a case and letting it go on, and giving it to people to read.</summary>
internal static class CaseActsApi
{
    public static RouteGroupBuilder MapCaseActs(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases/{caseId:guid}").RequireAuthorization(Policies.SignedIn).WithTags("Cases");
        cases.MapPost("/suspension", Suspend).RequireAuthorization(Policies.Suspension).WithIdempotency();
        cases.MapPost("/resumption", Resume).RequireAuthorization(Policies.Suspension).WithIdempotency();
        cases.MapPost("/acts/preview", Preview);
        cases.MapPost("/copies", Copy).WithIdempotency();
        var copies = api.MapGroup("/copies").RequireAuthorization(Policies.SignedIn).WithTags("Cases");
        copies.MapGet("/", ListCopies);
        copies.MapPost("/export", ExportCopies);
        return api;
    }

    private static Task<IResult> ExportCopies(PastSort? sort, [AsParameters] PastFilter filter, ExportRequest request, ListExports exports, CancellationToken cancel) =>
        exports.Copies(sort, filter, request, cancel);

    private static async Task<Ok<Page<CopyListed>>> ListCopies(
        IMediator mediator, CurrentAccess current, PastSort? sort, [AsParameters] PastFilter filter, [AsParameters] PageRequest page, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new MyCopies(current.Access, page.After, page.Size, sort) { Filter = filter }, cancel));

    private static async Task<Ok<CaseActPreview>> Preview(IMediator mediator, CurrentAccess current, Guid caseId, CaseActPreviewRequest request, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new PreviewCaseAct(current.Access, caseId, request), cancel));

    private static async Task<Ok<CaseMoved>> Suspend(
        IMediator mediator, CurrentAccess current, Guid caseId, SuspendRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new SuspendCase(current.Access, key, caseId, request), cancel));

    private static async Task<Ok<CaseMoved>> Resume(
        IMediator mediator, CurrentAccess current, Guid caseId, ResumeRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ResumeCase(current.Access, key, caseId, request.Reason), cancel));

    private static async Task<Ok<CaseMoved>> Copy(
        IMediator mediator, CurrentAccess current, Guid caseId, CopyRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new CopyCase(current.Access, key, caseId, request.Users, request.Text), cancel));
}
