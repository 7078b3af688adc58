using ApprovalEngine.Approval.Cases;
using Npgsql;

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
        await using var connection = await database.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(Steps, connection) { Parameters = { Sql.Of(centreId), Sql.Of(ids.ToArray()) } };
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var steps = new Dictionary<Guid, int>();
        while (await reader.ReadAsync(cancel))
        {
            steps[reader.GetGuid(0)] = reader.GetInt32(1);
        }

        return steps;
    }
}
