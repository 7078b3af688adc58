using System.Text.Json.Nodes;

namespace ApprovalEngine.Approval.Notifications;

/// <summary>A message that is due to go out, leased to one host.</summary>
/// <param name="CentreId">The centre.</param>
/// <param name="OutboxId">Its number; with the centre it is the idempotency key for the receiver.</param>
/// <param name="CaseId">Its case.</param>
/// <param name="Kind">Notification, ServiceCall, HttpRequest, Dispatch, Event or Document.</param>
/// <param name="CallId">The call within the case; null for a notification.</param>
/// <param name="Attempts">Tries, with the one under way.</param>
/// <param name="Payload">What goes out.</param>
internal sealed record OutboxMessageRow(int CentreId, long OutboxId, Guid CaseId, string Kind, int? CallId, int Attempts, JsonObject Payload);
