using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Migrations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>Lets a migration rest after the batch that is under way.</summary>
/// <param name="Access">Who pauses it.</param>
/// <param name="DefinitionId">The flow.</param>
/// <param name="MigrationId">Which.</param>
public sealed record PauseMigration(Access Access, string DefinitionId, Guid MigrationId) : IRequest<MigrationView>;

/// <summary>Lets a paused migration go on where it stopped.</summary>
/// <param name="Access">Who resumes it.</param>
/// <param name="DefinitionId">The flow.</param>
/// <param name="MigrationId">Which.</param>
public sealed record ResumeMigration(Access Access, string DefinitionId, Guid MigrationId) : IRequest<MigrationView>;

internal sealed class PauseMigrationHandler(ApprovalDbContext context, OrgDirectory directory, JobTrigger jobs, TimeProvider time)
    : IRequestHandler<PauseMigration, MigrationView>, IRequestHandler<ResumeMigration, MigrationView>
{
    public Task<MigrationView> Handle(PauseMigration request, CancellationToken cancellationToken) =>
        Change(request.Access, request.DefinitionId, request.MigrationId, MigrationState.Running, MigrationState.Paused, EventAct.MigrationPaused, cancellationToken);

    public async Task<MigrationView> Handle(ResumeMigration request, CancellationToken cancellationToken)
    {
        var view = await Change(request.Access, request.DefinitionId, request.MigrationId, MigrationState.Paused, MigrationState.Running, EventAct.MigrationResumed, cancellationToken);
        jobs.Trigger(MigrateCases.Name);
        return view;
    }

    private async Task<MigrationView> Change(Access access, string definitionId, Guid migrationId, MigrationState from, MigrationState to, EventAct act, CancellationToken cancel)
    {
        await directory.RequireFlowEditor(access, cancel);
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        var changed = await context.Migrations(access.CentreId, definitionId).Where(row => row.MigrationId == migrationId && row.State == (short)from)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, (short)to), cancel);
        var view = await context.Migration(access.CentreId, definitionId, migrationId, cancel);
        if (changed > 0)
        {
            context.Record(access, time.GetUtcNow(), act, definitionId, new { migrationId });
            await context.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        // Asking twice is no fault; only what has ended cannot be changed any more.
        return changed > 0 || view.State == to.ToString() ? view : throw new ConflictException("MigrationFinished", "Every case is dealt with already.", view);
    }
}
