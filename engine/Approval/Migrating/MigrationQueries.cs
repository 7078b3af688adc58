using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Persistence.Rows;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Migrations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>The migrations of a flow, the newest first.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">The flow.</param>
public sealed record ListMigrations(Access Access, string DefinitionId) : IRequest<IReadOnlyList<MigrationView>>;

/// <summary>A migration and how far it has come.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">The flow.</param>
/// <param name="MigrationId">Which.</param>
public sealed record GetMigration(Access Access, string DefinitionId, Guid MigrationId) : IRequest<MigrationView>;

/// <summary>A migration's report, case by case.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="DefinitionId">The flow.</param>
/// <param name="MigrationId">Which.</param>
/// <param name="Result">Only these; null for all.</param>
/// <param name="After">The <c>next</c> of the page before.</param>
/// <param name="Take">How many.</param>
public sealed record ListMigratedCases(Access Access, string DefinitionId, Guid MigrationId, MigrationResult? Result, string? After, int Take) : IRequest<Page<MigratedCase>>;

internal sealed class MigrationQueryHandlers(ApprovalDbContext context, OrgDirectory directory)
    : IRequestHandler<ListMigrations, IReadOnlyList<MigrationView>>, IRequestHandler<GetMigration, MigrationView>, IRequestHandler<ListMigratedCases, Page<MigratedCase>>
{
    private const int MostListed = 50;

    public async Task<IReadOnlyList<MigrationView>> Handle(ListMigrations request, CancellationToken cancellationToken)
    {
        var (access, definitionId) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        var views = new List<MigrationView>();
        foreach (var id in await context.Migrations(access.CentreId, definitionId).OrderByDescending(row => row.StartedAt).Take(MostListed).Select(row => row.MigrationId).ToListAsync(cancellationToken))
        {
            views.Add(await context.Migration(access.CentreId, definitionId, id, cancellationToken));
        }

        return views;
    }

    public async Task<MigrationView> Handle(GetMigration request, CancellationToken cancellationToken)
    {
        await directory.RequireFlowEditor(request.Access, cancellationToken);
        return await context.Migration(request.Access.CentreId, request.DefinitionId, request.MigrationId, cancellationToken);
    }

    public async Task<Page<MigratedCase>> Handle(ListMigratedCases request, CancellationToken cancellationToken)
    {
        var (centreId, migrationId) = (request.Access.CentreId, request.MigrationId);
        await directory.RequireFlowEditor(request.Access, cancellationToken);
        await context.Migration(centreId, request.DefinitionId, migrationId, cancellationToken);
        var after = Cursor.CaseOf(request.After) ?? Guid.Empty;
        var take = Cursor.Take(request.Take);
        var rows = await (
            from one in context.Set<MigrationCaseRow>().AsNoTracking()
            join row in context.Set<CaseRow>() on new { one.CentreId, one.CaseId } equals new { row.CentreId, row.CaseId }
            where one.CentreId == centreId && one.MigrationId == migrationId && one.CaseId > after && (request.Result == null || one.Result == (short)request.Result)
            orderby one.CaseId
            select new { one, row.CaseNo }).Take(take + 1).ToListAsync(cancellationToken);
        return Pages.Of(
            rows.ConvertAll(pair => new MigratedCase(pair.one.CaseId, pair.CaseNo, ((MigrationResult)pair.one.Result).ToString(), pair.one.Code, pair.one.Place, pair.one.Message, pair.one.At)),
            take, one => Cursor.OfCase(one.CaseId));
    }
}
