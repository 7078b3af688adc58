using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Errors;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Organisation;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>What taking an application in must know, in one round trip.</summary>
/// <param name="Centre">The centre as it stands.</param>
/// <param name="FlowVersion">The version on which new cases of the item start; null when none is published.</param>
/// <param name="Applicant">The applicant, when it was named so before.</param>
/// <param name="Known">The answer that the idempotency key already got.</param>
internal sealed record IntakeReading(CentreRow Centre, int? FlowVersion, KnownApplicant? Applicant, KnownAnswer? Known)
{
    // The primary key of centre; the index of published flows; index ix_applicant_as_given.
    private const string CentreSql = $"""
        select {CentreRow.Select}, (select f.version from flow_definition f where f.centre_id = e.centre_id and f.definition_id = $2 and f.is_published)
        from centre e where e.centre_id = $1
        """;

    /// <summary>Reads it.</summary>
    /// <param name="connection">To read over.</param>
    /// <param name="centreId">The centre.</param>
    /// <param name="item">What is applied for.</param>
    /// <param name="applicant">Who applies, as typed; null when nobody is asked for.</param>
    /// <param name="key">The client's key; null when there is none.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="NotFoundException">There is no such centre.</exception>
    public static async Task<IntakeReading> ReadAsync(
        NpgsqlConnection connection, int centreId, ItemEntry item, ApplicantRequest? applicant, IdempotencyKey? key, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { Sql.Command(CentreSql, Sql.Of(centreId), Sql.Of(item.DefinitionId)), KnownApplicant.Query(centreId, applicant), CaseReading.KeyQuery(centreId, key) },
        };
        await batch.PrepareAsync(cancel);
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        var (centre, version) = await reader.ReadAsync(cancel)
            ? (CentreRow.Read(reader, centreId, 0), CaseFields.Whole(reader, CentreRow.Count))
            : throw new NotFoundException("Centre", centreId);
        await reader.NextResultAsync(cancel);
        var known = await reader.ReadAsync(cancel) ? KnownApplicant.Read(reader) : null;
        await reader.NextResultAsync(cancel);
        return new IntakeReading(centre, version, known, await reader.ReadAsync(cancel) ? CaseReading.Answered(reader) : null);
    }
}
