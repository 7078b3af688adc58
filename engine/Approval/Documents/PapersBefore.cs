using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Documents;

/// <summary>How the papers that an answer marks stood before it: kept with the answer in the trail, so that they stand so again when it is taken back.</summary>
internal static class PapersBefore
{
    /// <summary>Member of an answer's details that keeps them.</summary>
    public const string Name = "papersBefore";

    /// <summary>The papers that a notice names and of which something is recorded; null where it names none.</summary>
    public static JsonNode? Of(CaseSession session, NoticeRequest? notice) => notice is { Papers.Count: > 0 }
        ? JsonSerializer.SerializeToNode(notice.Papers.Select(paper => paper.Code).Distinct().Where(session.Stored.Materials.ContainsKey).Select(code => Stored(session, code)), JsonText.Options)
        : null;

    /// <summary>Rows that bring back what answers from a row of the trail on have overwritten, but for what people recorded after them.</summary>
    /// <param name="session">The case.</param>
    /// <param name="trail">Its trail.</param>
    /// <param name="fromSeq">Number of the first row that is taken back.</param>
    /// <param name="by">User name of who takes it back.</param>
    public static IEnumerable<NpgsqlBatchCommand> Restored(CaseSession session, IReadOnlyList<JournalRow> trail, int fromSeq, string by)
    {
        // Oldest first: the first answer that marked a paper knows how it stood before all of them.
        var seen = new HashSet<string>();
        foreach (var row in trail.Where(row => row.Seq >= fromSeq))
        {
            // Answers of before this was kept cannot tell.
            if (row.Payload["details"]?[Name] is not { } kept)
            {
                continue;
            }

            var before = kept.Deserialize<IReadOnlyList<SuppliedMaterial>>(JsonText.Options)!;
            foreach (var code in row.Payload["notice"].Deserialize<NoticeRequest>(JsonText.Options)!.Papers.Select(paper => paper.Code).Where(seen.Add))
            {
                if (!trail.Any(later => later.Seq > row.Seq && later.Act == "MaterialRecorded" && later.Detail("material") == code))
                {
                    yield return before.FirstOrDefault(one => one.Code == code) is { } stood
                        ? MaterialStatements.Of(session.Case, stood, by)
                        : MaterialStatements.Forgotten(session.Case, code);
                }
            }
        }
    }

    private static SuppliedMaterial Stored(CaseSession session, string code) =>
        new(code, session.Stored.Materials[code].State.ToString(), session.Stored.Materials[code].PromisedOn);
}
