using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Notifications;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Jobs;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Jobs, what waits for them, and messages that were given up.</summary>
internal static class JobsApi
{
    public static RouteGroupBuilder MapJobs(this RouteGroupBuilder api)
    {
        var jobs = api.MapGroup("/jobs").RequireAuthorization(Policies.Administrator).WithTags("Jobs");
        jobs.MapGet("/", Show);
        jobs.MapPost("/export", Export);
        jobs.MapPost("/{name}/run", Run);
        var letters = api.MapGroup("/outbox/dead-letters").RequireAuthorization(Policies.Administrator).WithTags("Outbox");
        letters.MapGet("/", ListLetters);
        letters.MapPost("/export", ExportLetters);
        letters.MapPost("/{id:long}/redeliver", Redeliver);
        letters.MapPost("/{id:long}/drop", Drop);
        return api;
    }

    private static async Task<Ok<JobsView>> Show(IMediator mediator, CurrentAccess current, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ShowJobs(current.Access), cancel));

    private static async Task<NoContent> Run(IMediator mediator, CurrentAccess current, string name, CancellationToken cancel)
    {
        await mediator.Send(new RunJob(current.Access, name), cancel);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Page<DeadLetter>>> ListLetters(string? kind, IMediator mediator, CurrentAccess current, [AsParameters] PageRequest page, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new DeadLetters(current.Access, page.After, page.Size) { Kind = kind }, cancel));

    private static async Task<NoContent> Redeliver(IMediator mediator, CurrentAccess current, long id, CancellationToken cancel)
    {
        await mediator.Send(new RedeliverLetter(current.Access, id), cancel);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> Drop(IMediator mediator, CurrentAccess current, long id, DropLetterRequest request, CancellationToken cancel)
    {
        await mediator.Send(new DropLetter(current.Access, id, request.Reason), cancel);
        return TypedResults.NoContent();
    }

    private static Task<IResult> Export(ExportRequest request, ListExports exports, CancellationToken cancel) => exports.Jobs(request, cancel);

    private static Task<IResult> ExportLetters(string? kind, ExportRequest request, ListExports exports, CancellationToken cancel) => exports.Letters(kind, request, cancel);
}
