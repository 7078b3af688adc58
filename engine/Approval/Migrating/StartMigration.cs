using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Jobs;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Approval.Persistence.Rows;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Migrations;
using ApprovalEngine.Workflow.Migration;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>Begins to move the running cases of a version; a job does the work, in batches.</summary>
/// <param name="Access">Who starts it.</param>
/// <param name="DefinitionId">The flow.</param>
/// <param name="Request">From where to where.</param>
public sealed record StartMigration(Access Access, string DefinitionId, MigrationRequest Request) : IRequest<MigrationView>;

internal sealed class StartMigrationHandler(ApprovalDbContext context, OrgDirectory directory, MigrationPlans plans, JobTrigger jobs, TimeProvider time)
    : IRequestHandler<StartMigration, MigrationView>
{
    // Index ix_cases_open: one look at the open cases when the migration begins; from then on its own list counts.
    private const string List = """
        insert into migration_case (centre_id, migration_id, case_id, result)
        select centre_id, {1}, case_id, 0 from cases where centre_id = {0} and status < 7 and definition_id = {2} and definition_version = {3}
        """;

    public async Task<MigrationView> Handle(StartMigration request, CancellationToken cancellationToken)
    {
        var (access, definitionId, asked) = request;
        await directory.RequireFlowEditor(access, cancellationToken);
        if (string.IsNullOrWhiteSpace(asked.Reason))
        {
            throw new RuleBrokenException("ReasonMissing", "Say why the cases are moved; it stands in the trail of each.", "reason");
        }

        var plan = await plans.Of(access.CentreId, definitionId, asked.From, asked.To, asked.Mapping, cancellationToken);
        MigrationPlans.Require(plan);
        var migrationId = await Begin(access, definitionId, asked, plan, cancellationToken);
        jobs.Trigger(MigrateCases.Name);
        return await context.Migration(access.CentreId, definitionId, migrationId, cancellationToken);
    }

    private async Task<Guid> Begin(Access access, string definitionId, MigrationRequest asked, MigrationPlan plan, CancellationToken cancel)
    {
        var at = time.GetUtcNow();
        var migrationId = Guid.CreateVersion7(at);
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancel);
            var count = await context.Database.ExecuteSqlRawAsync(List, [access.CentreId, migrationId, definitionId, asked.From], cancel);
            context.Add(new MigrationRow
            {
                CentreId = access.CentreId,
                MigrationId = migrationId,
                DefinitionId = definitionId,
                FromVersion = asked.From,
                ToVersion = asked.To,
                Mapping = MappingForm.Write(plan.Mapping),
                CaseCount = count,
                Reason = asked.Reason!.Trim(),
                StartedAt = at,
                StartedBy = access.UserName,
            });
            context.Record(access, at, EventAct.MigrationStarted, definitionId, new { migrationId, asked.From, asked.To, Cases = count, asked.Reason });
            await context.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            return migrationId;
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new ConflictException("MigrationUnderWay", $"The cases of version {asked.From} are being moved already; that migration must end first.");
        }
    }
}
