using System.Linq.Expressions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Persistence.Rows;
using ApprovalEngine.Contracts.Migrations;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>Reads migrations and how far they have come.</summary>
internal static class MigrationStore
{
    /// <summary>A migration as a run needs it.</summary>
    public static readonly Expression<Func<MigrationRow, OpenMigration>> ToOpen =
        row => new OpenMigration(row.CentreId, row.MigrationId, row.DefinitionId, row.FromVersion, row.ToVersion, row.Mapping, row.StartedBy, row.Reason);

    /// <summary>The migrations of a flow.</summary>
    public static IQueryable<MigrationRow> Migrations(this ApprovalDbContext context, int centreId, string definitionId) =>
        context.Set<MigrationRow>().AsNoTracking().Where(row => row.CentreId == centreId && row.DefinitionId == definitionId);

    /// <summary>One of them, with its counts.</summary>
    /// <exception cref="NotFoundException">The flow has no such migration.</exception>
    public static async Task<MigrationView> Migration(this ApprovalDbContext context, int centreId, string definitionId, Guid migrationId, CancellationToken cancel)
    {
        var row = await context.Migrations(centreId, definitionId).SingleOrDefaultAsync(row => row.MigrationId == migrationId, cancel) ?? throw new NotFoundException("Migration", migrationId);
        var counts = await context.Set<MigrationCaseRow>().Where(one => one.CentreId == centreId && one.MigrationId == migrationId)
            .GroupBy(one => one.Result).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => (MigrationResult)group.Key, group => group.Count, cancel);
        return new MigrationView(
            row.MigrationId, row.DefinitionId, row.FromVersion, row.ToVersion, ((MigrationState)row.State).ToString(), row.CaseCount,
            counts.GetValueOrDefault(MigrationResult.Done), counts.GetValueOrDefault(MigrationResult.Skipped), MappingForm.Text(row.Mapping), row.Reason,
            row.StartedAt, row.StartedBy, row.FinishedAt);
    }
}
