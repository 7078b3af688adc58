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

/// <summary>Cases: intake, lists, one case with its clock and its trail, and what is done to it outside its tasks.</summary>
internal static class CasesApi
{
    public static RouteGroupBuilder MapCases(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").RequireAuthorization(Policies.SignedIn).WithTags("Cases");
        cases.MapGet("/", Find);
        cases.MapPost("/export", Export);

        // In a body, for ID numbers do not belong into addresses, which are logged.
        cases.MapPost("/earlier", Earlier).RequireAuthorization(Policies.Intake);
        cases.MapPost("/", Receive).RequireAuthorization(Policies.Intake).WithIdempotency();
        cases.MapGet("/{caseId:guid}", Detail);
        cases.MapGet("/{caseId:guid}/related", Related);
        cases.MapGet("/{caseId:guid}/journal", Journal);
        cases.MapGet("/{caseId:guid}/picture", Picture);
        cases.MapPost("/{caseId:guid}/comments", Comment).WithIdempotency();
        cases.MapPost("/{caseId:guid}/numbers", Numbers).WithIdempotency();
        cases.MapPost("/{caseId:guid}/extension", Extend).RequireAuthorization(Policies.HeadOfCentre).WithIdempotency();
        cases.MapPost("/{caseId:guid}/end", End).WithIdempotency();
        return api;
    }

    private static async Task<Ok<Page<CaseListed>>> Find(
        IMediator mediator, CurrentAccess current, [AsParameters] CaseFilter filter, [AsParameters] PageRequest page, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new FindCases(current.Access, filter, page.After, page.Size), cancel));

    private static Task<IResult> Export([AsParameters] CaseFilter filter, ExportRequest request, ListExports exports, CancellationToken cancel) => exports.Cases(filter, request, cancel);

    private static async Task<Ok<EarlierCases>> Earlier(IMediator mediator, CurrentAccess current, EarlierCasesRequest request, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new FindEarlierCases(current.Access, request), cancel));

    private static async Task<Created<CaseMoved>> Receive(
        IMediator mediator, CurrentAccess current, ReceiveCaseRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel)
    {
        var moved = await mediator.Send(new ReceiveCase(current.Access, key, request), cancel);
        return TypedResults.Created($"/api/v1/cases/{moved.CaseId}", moved);
    }

    private static async Task<Ok<CaseView>> Detail(IMediator mediator, CurrentAccess current, Guid caseId, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new CaseDetail(current.Access, caseId), cancel));

    private static async Task<Ok<IReadOnlyList<RelatedCase>>> Related(IMediator mediator, CurrentAccess current, Guid caseId, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new FindRelatedCases(current.Access, caseId), cancel));

    private static async Task<Ok<ShownNumbers>> Numbers(
        IMediator mediator, CurrentAccess current, Guid caseId, ReasonRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ShowNumbers(current.Access, key, caseId, request.Reason ?? ""), cancel));

    private static async Task<Ok<FlowPicture>> Picture(IMediator mediator, CurrentAccess current, Guid caseId, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new CasePicture(current.Access, caseId), cancel));

    private static async Task<Ok<IReadOnlyList<JournalEntry>>> Journal(IMediator mediator, CurrentAccess current, Guid caseId, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new CaseJournal(current.Access, caseId), cancel));

    private static async Task<Ok<CaseMoved>> Comment(
        IMediator mediator, CurrentAccess current, Guid caseId, CommentRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new CommentCase(current.Access, key, caseId, request.Text), cancel));

    private static async Task<Ok<CaseMoved>> Extend(
        IMediator mediator, CurrentAccess current, Guid caseId, ExtendRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ExtendCase(current.Access, key, caseId, request.Days, request.Reason), cancel));

    private static async Task<Ok<CaseMoved>> End(
        IMediator mediator, CurrentAccess current, Guid caseId, EndRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new EndCase(current.Access, key, caseId, request.Decision, request.Reason), cancel));
}
