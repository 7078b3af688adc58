using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Opens cases in memory to find out what would happen; nothing of it is ever written.</summary>
internal sealed class CaseTrials(CaseDatabase database, CaseWorlds worlds, TimeProvider clock)
{
    /// <summary>A case as it stands now, with what fell due.</summary>
    public async Task<CaseSession> OpenAsync(int centreId, Guid caseId, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        var reading = await CaseReading.ReadAsync(connection, centreId, caseId);
        var session = await reading.OpenAsync(caseId, worlds, clock.GetUtcNow(), connection);
        if (session.Case.State.Tasks.Any(task => task.Kind == TaskKind.Acceptance))
        {
            session.Stored.ReadMaterials();
        }

        return session;
    }
}
