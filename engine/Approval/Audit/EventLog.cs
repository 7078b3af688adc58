using System.Text.Json;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Approval.Persistence;
using ApprovalEngine.Contracts.Audit;
using Npgsql;

namespace ApprovalEngine.Approval.Audit;

/// <summary>Records what happens outside cases: sign-ins, exports, what was looked at, what a check found.</summary>
public sealed class EventLog(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>How the subject of a sign-in begins; the user name follows.</summary>
    public const string Account = "user/";

    private const string Insert =
        "insert into admin_event (centre_id, at, actor, act, subject, payload) select coalesce($1, min(centre_id)), $2, $3, $4, $5, $6 from centre having min(centre_id) is not null";

    /// <summary>Records an event.</summary>
    /// <param name="centreId">The centre; null when it is nobody's, then the first one keeps it.</param>
    /// <param name="actor">User name of who acted, or <c>system/…</c>.</param>
    /// <param name="act">What.</param>
    /// <param name="subject">On what.</param>
    /// <param name="particulars">More, as JSON.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task RecordAsync(int? centreId, string actor, EventAct act, string subject, object particulars, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Insert);
        NpgsqlParameter[] values =
        [
            Sql.Nullable(centreId), Sql.Of(time.GetUtcNow()), Sql.Of(actor), Sql.Of(act.ToString()), Sql.Of(subject), Sql.Json(JsonSerializer.Serialize(particulars, JsonText.Options)),
        ];
        command.Parameters.AddRange(values);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
