using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Tasks: what waits for a person, and what they do with it. Who may answer a task the task itself says.</summary>
internal static class TasksApi
{
    public static RouteGroupBuilder MapTasks(this RouteGroupBuilder api)
    {
        var tasks = api.MapGroup("/tasks").RequireAuthorization(Policies.SignedIn).WithTags("Tasks");
        tasks.MapGet("/", ListMine);
        tasks.MapGet("/claimable", ListClaimable);
        tasks.MapGet("/done", ListDone);
        tasks.MapGet("/done/{taskId:guid}", FindDone);
        tasks.MapPost("/export", ExportMine);
        tasks.MapPost("/claimable/export", ExportClaimable);
        tasks.MapPost("/done/export", ExportDone);
        tasks.MapGet("/counts", Count);
        tasks.MapGet("/overseen", ListOverseen).RequireAuthorization(Policies.Oversight);
        tasks.MapGet("/overseen/loads", Loads).RequireAuthorization(Policies.Oversight);
        tasks.MapPost("/overseen/export", ExportOverseen).RequireAuthorization(Policies.Oversight);
        tasks.MapPost("/claim", ClaimMany).WithIdempotency();
        tasks.MapPost("/release", ReleaseMany).WithIdempotency();
        tasks.MapPost("/complete", CompleteMany).WithIdempotency();
        tasks.MapPost("/transfer", TransferMany).WithIdempotency();
        tasks.MapPost("/people", People);
        tasks.MapPost("/{taskId:guid}/claim", Claim).WithIdempotency();
        tasks.MapPost("/{taskId:guid}/release", Release).WithIdempotency();
        tasks.MapPost("/{taskId:guid}/complete", Complete).WithIdempotency();
        tasks.MapPost("/{taskId:guid}/transfer", Transfer).WithIdempotency();
        tasks.MapPost("/{taskId:guid}/return", Return).WithIdempotency();
        return api;
    }

    private static async Task<Ok<Page<TaskListed>>> ListMine(
        IMediator mediator, CurrentAccess current, [AsParameters] InboxFilter filter, [AsParameters] PageRequest page, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new MyTasks(current.Access, page.After, page.Size, filter), cancel));

    private static async Task<Ok<Page<TaskListed>>> ListClaimable(
        IMediator mediator, CurrentAccess current, [AsParameters] InboxFilter filter, [AsParameters] PageRequest page, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ClaimableTasks(current.Access, page.After, page.Size, filter), cancel));

    private static async Task<Ok<Page<TaskListed>>> ListOverseen(
        IMediator mediator, CurrentAccess current, [AsParameters] WorkFilter work, [AsParameters] InboxFilter filter, [AsParameters] PageRequest page, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new UnitTasks(current.Access, work, page.After, page.Size, filter), cancel));

    private static async Task<Ok<IReadOnlyList<WorkLoad>>> Loads(IMediator mediator, CurrentAccess current, string? unit, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new WorkLoads(current.Access, unit), cancel));

    private static Task<IResult> ExportOverseen([AsParameters] WorkFilter work, [AsParameters] InboxFilter filter, ExportRequest request, ListExports exports, CancellationToken cancel) =>
        exports.Overseen(work, filter, request, cancel);

    private static async Task<Ok<Page<TaskDone>>> ListDone(
        IMediator mediator, CurrentAccess current, PastSort? sort, [AsParameters] PastFilter filter, [AsParameters] PageRequest page, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new DoneTasks(current.Access, page.After, page.Size, sort) { Filter = filter }, cancel));

    private static async Task<Ok<TaskDone>> FindDone(IMediator mediator, CurrentAccess current, Guid taskId, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new FindDone(current.Access, taskId), cancel));

    private static Task<IResult> ExportMine([AsParameters] InboxFilter filter, ExportRequest request, ListExports exports, CancellationToken cancel) => exports.Mine(filter, request, cancel);

    private static Task<IResult> ExportClaimable([AsParameters] InboxFilter filter, ExportRequest request, ListExports exports, CancellationToken cancel) => exports.Claimable(filter, request, cancel);

    private static Task<IResult> ExportDone(PastSort? sort, [AsParameters] PastFilter filter, ExportRequest request, ListExports exports, CancellationToken cancel) =>
        exports.Done(sort, filter, request, cancel);

    private static async Task<Ok<InboxCounts>> Count(IMediator mediator, CurrentAccess current, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new CountInbox(current.Access), cancel));

    private static async Task<Ok<CaseMoved>> Claim(
        IMediator mediator, CurrentAccess current, Guid taskId, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ClaimTask(current.Access, key, taskId), cancel));

    private static async Task<Ok<ManyDone>> ClaimMany(
        IMediator mediator, CurrentAccess current, ManyTasksRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ClaimTasks(current.Access, key, request.TaskIds), cancel));

    private static async Task<Ok<ManyDone>> ReleaseMany(
        IMediator mediator, CurrentAccess current, ManyTasksRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ReleaseTasks(current.Access, key, request.TaskIds), cancel));

    private static async Task<Ok<ManyDone>> CompleteMany(
        IMediator mediator, CurrentAccess current, CompleteManyRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new CompleteTasks(current.Access, key, request), cancel));

    /// <summary>Asked in a body: the addresses of so many tasks would be too long.</summary>
    private static async Task<Ok<IReadOnlyList<PersonName>>> People(IMediator mediator, CurrentAccess current, ManyTasksRequest request, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new PeopleForTasks(current.Access, request.TaskIds), cancel));

    private static async Task<Ok<ManyDone>> TransferMany(
        IMediator mediator, CurrentAccess current, TransferManyRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new TransferTasks(current.Access, key, request), cancel));

    private static async Task<Ok<CaseMoved>> Release(
        IMediator mediator, CurrentAccess current, Guid taskId, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ReleaseTask(current.Access, key, taskId), cancel));

    private static async Task<Ok<CaseMoved>> Complete(
        IMediator mediator, CurrentAccess current, Guid taskId, CompleteRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new CompleteTask(current.Access, key, taskId, request.Outcome, request.Opinion, request.Data, request.Notice), cancel));

    private static async Task<Ok<CaseMoved>> Transfer(
        IMediator mediator, CurrentAccess current, Guid taskId, TransferRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new TransferTask(current.Access, key, taskId, request.ToUser, request.ToUnit, request.Reason), cancel));

    private static async Task<Ok<CaseMoved>> Return(
        IMediator mediator, CurrentAccess current, Guid taskId, ReturnRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ReturnTask(current.Access, key, taskId, request.ToActivity, request.Reason), cancel));
}
