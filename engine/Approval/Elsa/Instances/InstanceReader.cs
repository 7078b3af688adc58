using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Definitions;
using ApprovalEngine.Approval.Elsa.Trials;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Organisation;
using Microsoft.EntityFrameworkCore;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>Reads cases and trial runs as instances, for administrators who are responsible for them.</summary>
internal sealed class InstanceReader(IDbContextFactory<ApprovalDbContext> contexts, CaseDatabase database, OrgDirectory directories, FlowStore flows)
{
    /// <summary>An instance with its trail.</summary>
    /// <param name="access">Who asks.</param>
    /// <param name="id">The id as it was given out.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="NotFoundException">There is none, or it is outside the administrator's units.</exception>
    public async Task<Instance> ReadAsync(Access access, string id, CancellationToken cancel)
    {
        if (!Guid.TryParse(id, out var key))
        {
            throw Missing(id);
        }

        return await TrialAsync(access, key, cancel) ?? await CaseAsync(access, key, cancel) ?? throw Missing(id);
    }

    private async Task<Instance?> TrialAsync(Access access, Guid runId, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var run = await context.Set<TrialRun>().AsNoTracking().SingleOrDefaultAsync(one => one.CentreId == access.CentreId && one.RunId == runId, cancel);
        if (run is null)
        {
            return null;
        }

        var steps = await context.Set<TrialStep>().AsNoTracking().Where(step => step.CentreId == access.CentreId && step.RunId == runId).OrderBy(step => step.Seq).ToListAsync(cancel);
        return Instance.Of(run, steps, await flows.Draft(run.CentreId, run.Document, cancel));
    }

    private async Task<Instance?> CaseAsync(Access access, Guid caseId, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var row = (await CaseReading.ReadAsync(connection, access.CentreId, caseId)).Case;
        if (row is null || !access.Reaches(Role.Administrator, (await directories.Of(access.CentreId, cancel)).Unit(row.UnitId)))
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancel);
        return new Instance
        {
            Id = caseId,
            IsTrial = false,
            DefinitionId = row.DefinitionId,
            VersionId = await context.Flows(row.CentreId, row.DefinitionId).Where(flow => flow.Version == row.DefinitionVersion).Select(flow => flow.Id).SingleAsync(cancel),
            Version = row.DefinitionVersion,
            Flow = await flows.Compiled(row.CentreId, row.DefinitionId, row.DefinitionVersion, cancel),
            State = row.State,
            Name = row.CaseNo,
            CreatedAt = row.ReceivedAt,
            UpdatedAt = row.UpdatedAt,
            FinishedAt = row.ClosedAt,
            Trail = await CaseHistory.TrailAsync(connection, row, cancel),
        };
    }

    private static NotFoundException Missing(string id) => new("WorkflowInstance", id);
}
