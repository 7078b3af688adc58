using ApprovalEngine.Approval.Migrating;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Exports;
using ApprovalEngine.Contracts.Migrations;
using ApprovalEngine.Host.Exports;
using ApprovalEngine.Host.Identity;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApprovalEngine.Host.Endpoints;

/// <summary>Running cases that go on in another version of their flow.</summary>
internal static class MigrationsApi
{
    public static RouteGroupBuilder MapMigrations(this RouteGroupBuilder api)
    {
        var migrations = api.MapGroup("/definitions/{id}/migrations").RequireAuthorization(Policies.Administrator).WithTags("Migrations");
        migrations.MapGet("/proposal", Propose);
        migrations.MapPost("/preview", Preview);
        migrations.MapPost("/preview/export", ExportPreview);
        migrations.MapPost("/summary", Summarise);
        migrations.MapPost("/", Start);
        migrations.MapGet("/", List);
        migrations.MapGet("/{migrationId:guid}", Get);
        migrations.MapGet("/{migrationId:guid}/cases", Cases);
        migrations.MapPost("/{migrationId:guid}/left/export", ExportLeft);
        migrations.MapPost("/{migrationId:guid}/pause", Pause);
        migrations.MapPost("/{migrationId:guid}/resume", Resume);
        return api;
    }

    private static async Task<Ok<MigrationProposalView>> Propose(string id, int from, int to, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ProposeMigration(current.Access, id, from, to), cancel));

    private static async Task<Ok<Page<MigrationPreviewView>>> Preview(
        string id, MigrationRequest migration, MigrationSort? sort, [AsParameters] PageRequest page, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new PreviewMigration(current.Access, id, migration, page.After, page.Size) { Sort = sort }, cancel));

    private static Task<IResult> ExportPreview(string id, MigrationMovesExport asked, MigrationSort? sort, ListExports exports, CancellationToken cancel) =>
        exports.FlowMoves(id, asked.Of, sort, asked.Export, cancel);

    private static async Task<Ok<MigrationSummaryView>> Summarise(string id, MigrationRequest migration, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new SummariseMigration(current.Access, id, migration), cancel));

    private static async Task<Accepted<MigrationView>> Start(string id, MigrationRequest migration, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Accepted((string?)null, await mediator.Send(new StartMigration(current.Access, id, migration), cancel));

    private static async Task<Ok<IReadOnlyList<MigrationView>>> List(string id, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListMigrations(current.Access, id), cancel));

    private static async Task<Ok<MigrationView>> Get(string id, Guid migrationId, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new GetMigration(current.Access, id, migrationId), cancel));

    private static async Task<Ok<Page<MigratedCase>>> Cases(
        string id, Guid migrationId, MigrationResult? result, [AsParameters] PageRequest page, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ListMigratedCases(current.Access, id, migrationId, result, page.After, page.Size), cancel));

    private static Task<IResult> ExportLeft(string id, Guid migrationId, ExportRequest request, ListExports exports, CancellationToken cancel) =>
        exports.CasesLeft(id, migrationId, request, cancel);

    private static async Task<Ok<MigrationView>> Pause(string id, Guid migrationId, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new PauseMigration(current.Access, id, migrationId), cancel));

    private static async Task<Ok<MigrationView>> Resume(string id, Guid migrationId, CurrentAccess current, IMediator mediator, CancellationToken cancel) =>
        TypedResults.Ok(await mediator.Send(new ResumeMigration(current.Access, id, migrationId), cancel));
}
