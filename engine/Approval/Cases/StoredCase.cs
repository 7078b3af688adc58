using System.Text.Json;
using ApprovalEngine.Approval.Documents;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using ApprovalEngine.Contracts.Forms;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>
/// What is stored of a case beside its row. Few acts ask, so it is read when one does, in the writer's lane (<see cref="CaseQueue"/>): an act of
/// somebody else between that and the writing makes the whole step begin again.
/// </summary>
/// <param name="connection">To read over; null for a case that is not stored.</param>
/// <param name="centreId">The centre.</param>
/// <param name="caseId">The case.</param>
internal sealed class StoredCase(NpgsqlConnection? connection, int centreId, Guid caseId)
{
    // Primary key of audit.
    private const string AnswerSql = """
        select payload from audit
        where centre_id = $1 and case_id = $2 and act = 'TaskCompleted' and (payload::jsonb ->> 'task')::int = $3 order by seq desc limit 1
        """;

    // Index (centre_id, case_id).
    private const string AttachmentsSql = "select count(*)::int, coalesce(sum(size), 0)::bigint from attachment where centre_id = $1 and case_id = $2";

    // Index (centre_id, case_id).
    private const string FiledSql = "select distinct material_code from attachment where centre_id = $1 and case_id = $2 and material_code is not null";

    private IReadOnlyDictionary<string, (MaterialState State, DateOnly? PromisedOn)>? materials;
    private IReadOnlySet<string>? filed;

    /// <summary>A case that is not stored yet.</summary>
    public static StoredCase None { get; } = new(null, 0, Guid.Empty) { materials = new Dictionary<string, (MaterialState, DateOnly?)>() };

    /// <summary>How its materials stand, by their codes.</summary>
    public IReadOnlyDictionary<string, (MaterialState State, DateOnly? PromisedOn)> Materials => materials ??= Read(MaterialStatements.Select, MaterialStatements.Read)
        .ToDictionary(one => one.Code, one => (Enum.Parse<MaterialState>(one.State), one.PromisedOn));

    /// <summary>Codes of the materials of which there are files; asked only where the form brought papers, for the others may lie on a desk.</summary>
    public IReadOnlySet<string> Filed => filed ??= Materials.Keys.Any(FormPaper.IsCode) ? Read(FiledSql, read => read.GetString(0)).ToHashSet() : [];

    /// <summary>How many files it has, and of how many bytes together.</summary>
    public (int Files, long Bytes) Attachments => Read(AttachmentsSql, read => (read.GetInt32(0), read.GetInt64(1))).Single();

    /// <summary>Reads the materials before an act asks for them: who only tries acts out keeps no connection.</summary>
    public void ReadMaterials() => _ = Filed;

    /// <summary>What was said with the last answer to a task, which may wait for signers since.</summary>
    public (string? Opinion, NoticeRequest? Notice) AnswerTo(int taskNo)
    {
        using var payload = JsonDocument.Parse(Read(AnswerSql, read => read.GetString(0), Sql.Of(taskNo)).Single(), StorableJson.Stored);
        return (
            payload.RootElement.TryGetProperty("opinion", out var opinion) ? opinion.GetString() : null,
            payload.RootElement.TryGetProperty("notice", out var notice) ? notice.Deserialize<NoticeRequest>(JsonText.Options) : null);
    }

    private List<T> Read<T>(string sql, Func<NpgsqlDataReader, T> row, params ReadOnlySpan<NpgsqlParameter> more)
    {
        using var command = new NpgsqlCommand(sql, connection) { Parameters = { Sql.Of(centreId), Sql.Of(caseId) } };
        foreach (var parameter in more)
        {
            command.Parameters.Add(parameter);
        }

        return CutConnections.Told(connection!, () =>
        {
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(row(reader));
            }

            return rows;
        });
    }
}
