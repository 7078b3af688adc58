using ApprovalEngine.Approval.Cases;

namespace ApprovalEngine.Approval.Elsa.Instances;

/// <summary>Tells whether instances have moved, whichever host moved them.</summary>
public sealed class ObservedInstances(CaseDatabase database)
{
    // Primary keys.
    private const string Steps = """
        select c.case_id, c.version from cases c where c.centre_id = $1 and c.case_id = any($2)
        union all
        select r.run_id, r.steps from trial_run r where r.centre_id = $1 and r.run_id = any($2)
        """;

    /// <summary>The number of steps that each instance has done; what is not there is left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> StepsOf(int centreId, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var steps = await database.ListAsync(Steps, reader => (Id: reader.GetGuid(0), Steps: reader.GetInt32(1)), cancel, Sql.Of(centreId), Sql.Of(ids.ToArray()));
        return steps.ToDictionary(instance => instance.Id, instance => instance.Steps);
    }
}
