using System.Text.Json;
using ApprovalEngine.Approval.Organisation;
using ApprovalEngine.Approval.Persistence.Rows;
using ApprovalEngine.Contracts.Audit;

namespace ApprovalEngine.Approval.Persistence;

/// <summary>Acts outside cases leave a trace in the transaction that makes them.</summary>
internal static class AdminEvents
{
    /// <summary>Adds the trace of an act.</summary>
    /// <param name="context">Where the act is made.</param>
    /// <param name="access">Who acts.</param>
    /// <param name="at">When (UTC).</param>
    /// <param name="act">What.</param>
    /// <param name="subject">On what: its code.</param>
    /// <param name="payload">The particulars.</param>
    public static void Record(this ApprovalDbContext context, Access access, DateTimeOffset at, EventAct act, string subject, object payload) =>
        context.Add(new AdminEvent
        {
            CentreId = access.CentreId,
            At = at,
            Actor = access.UserName,
            Act = act.ToString(),
            Subject = subject,
            Payload = JsonSerializer.Serialize(payload, JsonText.Options),
        });
}
