using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Catalogue;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Cases;
using MediatR;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>A case's trail, row by row, as it was written, but for ID and telephone numbers of the form, whose middle is hidden.</summary>
/// <param name="Access">Who asks.</param>
/// <param name="CaseId">The case.</param>
public sealed record CaseJournal(Access Access, Guid CaseId) : IRequest<IReadOnlyList<JournalEntry>>;

internal sealed class CaseJournalHandler(CaseDatabase database, CaseSight sight, ItemStore items, TimeProvider clock) : IRequestHandler<CaseJournal, IReadOnlyList<JournalEntry>>
{
    private const string Item = "select item_id, item_version from cases where centre_id = $1 and case_id = $2";

    private const string Rows = "select seq, at, actor, act, payload, hash from audit where centre_id = $1 and case_id = $2 order by seq";

    public async Task<IReadOnlyList<JournalEntry>> Handle(CaseJournal query, CancellationToken cancellationToken)
    {
        var reasons = await sight.RequireAsync(query.Access, query.CaseId, cancellationToken);
        await database.RecordAsync(query.Access, query.CaseId, reasons[0], clock.GetUtcNow(), cancellationToken);
        var (itemId, version) = (await database.ListAsync(Item, reader => (reader.GetInt32(0), reader.GetInt32(1)), cancellationToken, Sql.Of(query.Access.CentreId), Sql.Of(query.CaseId))).Single();
        var mask = new FormMask((await items.Content(query.Access.CentreId, itemId, version, cancellationToken)).Form);
        return await database.ListAsync(Rows, reader => Read(reader, mask), cancellationToken, Sql.Of(query.Access.CentreId), Sql.Of(query.CaseId));
    }

    private static JournalEntry Read(NpgsqlDataReader reader, FormMask mask)
    {
        var payload = JsonNode.Parse(reader.GetString(4), null, StorableJson.Stored);
        return new JournalEntry(
            reader.GetInt32(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetString(2), reader.GetString(3), payload is null ? null : mask.Applied(payload), (string?)payload?["onBehalfOf"],
            Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(5)));
    }
}
