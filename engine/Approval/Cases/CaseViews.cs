using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Contracts.Audit;
using ApprovalEngine.Contracts.Cases;
using Npgsql;

namespace ApprovalEngine.Approval.Cases;

/// <summary>Records who looked at a case (contracts.md, "Accounts and rights").</summary>
internal static class CaseViews
{
    // A page that stays open follows its case: somebody who looks on and on has looked once. Index (centre, subject, at).
    private const string Viewed = $"""
        insert into admin_event (centre_id, at, actor, act, subject, payload)
        select $1, $2, $3, '{nameof(EventAct.CaseViewed)}', $4, jsonb_build_object('by', $5::text)
        where not exists (select from admin_event e where e.centre_id = $1 and e.subject = $4 and e.at > $2 - interval '10 minutes' and e.actor = $3 and e.act = '{nameof(EventAct.CaseViewed)}')
        """;

    /// <summary>The statement that records it.</summary>
    /// <param name="access">Who looks.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="reason">By what they may.</param>
    /// <param name="at">When (UTC).</param>
    public static NpgsqlBatchCommand By(Access access, Guid caseId, SightReason reason, DateTimeOffset at) => Sql.Command(
        Viewed, Sql.Of(access.CentreId), Sql.Of(at), Sql.Of(access.UserName), Sql.Of($"case/{caseId}"), Sql.Of($"{reason.Kind} {reason.Detail}"));

    /// <summary>Records it.</summary>
    public static async Task RecordAsync(this CaseDatabase database, Access access, Guid caseId, SightReason reason, DateTimeOffset at, CancellationToken cancel)
    {
        await using var connection = await database.OpenAsync(cancel);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { By(access, caseId, reason, at) } };
        await batch.ExecuteNonQueryAsync(cancel);
    }
}
