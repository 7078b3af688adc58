using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>A case's trail, row by row, as it was written.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="CaseId">The case.</param>
public sealed record CaseJournal(Access Access, Guid CaseId) : IRequest<IReadOnlyList<JournalEntry>>;

internal sealed class CaseJournalHandler(CaseDatabase database, CaseSight sight) : IRequestHandler<CaseJournal, IReadOnlyList<JournalEntry>>
{
    private const string Rows = "select seq, at, actor, act, payload, hash from audit where centre_id = $1 and case_id = $2 order by seq";

    public async Task<IReadOnlyList<JournalEntry>> Handle(CaseJournal query, CancellationToken cancellationToken)
    {
        await sight.RequireAsync(query.Access, query.CaseId, cancellationToken);
        return await database.ListAsync(Rows, Read, cancellationToken, Sql.Of(query.Access.CentreId), Sql.Of(query.CaseId));
    }

    private static JournalEntry Read(NpgsqlDataReader reader)
    {
        var payload = JsonNode.Parse(reader.GetString(4));
        return new JournalEntry(
            reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3), payload, (string?)payload?["onBehalfOf"],
            Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(5)));
    }
}
