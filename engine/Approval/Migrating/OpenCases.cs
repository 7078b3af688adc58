using System.Runtime.CompilerServices;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Workflow.Migration;
using Npgsql;

namespace ApprovalEngine.Approval.Migrating;

/// <summary>The running cases of a version, read one after the other: memory does not grow with the caseload.</summary>
internal sealed class OpenCases(NpgsqlDataSource database, CaseWorlds worlds, TimeProvider clock)
{
    private const string OfVersion = "c.centre_id = $1 and c.status < 7 and c.definition_id = $2 and c.definition_version = $3";

    private const string Rows = $"""
        select {CaseFields.Select}, {CentreRow.Select} from {CaseFields.From} join centre e on e.centre_id = c.centre_id
        where {OfVersion} and c.case_id > $4 order by c.case_id limit $5
        """;

    private const string CountSql = $"select count(*)::int from cases c where {OfVersion}";

    /// <summary>How many there are.</summary>
    public async Task<int> CountAsync(int centreId, string definitionId, int version, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(CountSql);
        command.Parameters.AddRange(new[] { Sql.Of(centreId), Sql.Of(definitionId), Sql.Of(version) });
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>What a plan would do to each.</summary>
    public async IAsyncEnumerable<(CaseRecord Case, MigrationPreview Preview)> PreviewAsync(
        int centreId, string definitionId, int version, MigrationPlan plan, Guid after, int? most, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Rows);
        command.CommandTimeout = 0;
        command.Parameters.AddRange(new[] { Sql.Of(centreId), Sql.Of(definitionId), Sql.Of(version), Sql.Of(after), Sql.Nullable(most) });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var row = CaseFields.Read(reader);
            var world = await worlds.ForAsync(CentreRow.Read(reader, centreId, CaseFields.Count), row);
            yield return (row, MigrationPreview.Of(plan, row.State, CaseContext.For(row, world, clock.GetUtcNow(), Actors.CommandLine, null)));
        }
    }
}
