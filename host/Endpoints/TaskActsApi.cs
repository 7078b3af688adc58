using ApprovalEngine.Approval.Tasks;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Organisation;
using ApprovalEngine.Contracts.Tasks;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>One task: what its answers lead to, where it can be returned, and what people do with it besides answering.</summary>
internal static class TaskActsApi
{
    public static RouteGroupBuilder MapTaskActs(this RouteGroupBuilder api)
    {
        var tasks = api.MapGroup("/tasks/{taskId:guid}").RequireAuthorization(Policies.SignedIn).WithTags("Tasks");
        tasks.MapGet("/", Detail);
        tasks.MapGet("/returns", Returns);
        tasks.MapGet("/people", People);
        tasks.MapPost("/delegate", Delegate).WithIdempotency();
        tasks.MapPost("/recall", Recall).WithIdempotency();
        tasks.MapPost("/signers", AddSigner).WithIdempotency();
        tasks.MapPost("/signers/{user}/remove", RemoveSigner).WithIdempotency();
        tasks.MapPost("/urge", Urge).WithIdempotency();
        tasks.MapPost("/withdraw", Withdraw).WithIdempotency();
        return api;
    }

    private static async Task<Ok<TaskView>> Detail(IMediator mediator, CurrentAccess current, Guid taskId, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new TaskDetail(current.Access, taskId), cancel));

    private static async Task<Ok<IReadOnlyList<ReturnView>>> Returns(IMediator mediator, CurrentAccess current, Guid taskId, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ReturnChoices(current.Access, taskId), cancel));

    private static async Task<Ok<IReadOnlyList<PersonName>>> People(IMediator mediator, CurrentAccess current, Guid taskId, TaskPart part, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new TaskPeople(current.Access, taskId, part), cancel));

    private static async Task<Ok<CaseMoved>> Delegate(
        IMediator mediator, CurrentAccess current, Guid taskId, DelegateRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new DelegateTask(current.Access, key, taskId, request.ToUser, request.Reason), cancel));

    private static async Task<Ok<CaseMoved>> Recall(
        IMediator mediator, CurrentAccess current, Guid taskId, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new RecallTask(current.Access, key, taskId), cancel));

    private static async Task<Ok<CaseMoved>> AddSigner(
        IMediator mediator, CurrentAccess current, Guid taskId, AddSignerRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new AddSigner(current.Access, key, taskId, request.User, request.Place, request.Reason), cancel));

    private static async Task<Ok<CaseMoved>> RemoveSigner(
        IMediator mediator, CurrentAccess current, Guid taskId, string user, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new RemoveSigner(current.Access, key, taskId, user), cancel));

    private static async Task<Ok<CaseMoved>> Urge(
        IMediator mediator, CurrentAccess current, Guid taskId, ReasonRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new UrgeTask(current.Access, key, taskId, request.Reason), cancel));

    private static async Task<Ok<CaseMoved>> Withdraw(
        IMediator mediator, CurrentAccess current, Guid taskId, ReasonRequest request, [FromHeader(Name = Idempotency.Header)] string? key, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new WithdrawAct(current.Access, key, taskId, request.Reason), cancel));
}
