using System.Text.Json.Nodes;

namespace ApprovalEngine.Contracts.Cases;

/// <summary>A row of a case's trail.</summary>
/// <param name="Seq">Its number.</param>
/// <param name="At">Instant (UTC).</param>
/// <param name="Actor">User name, or <c>system/…</c>.</param>
/// <param name="Act">What was done.</param>
/// <param name="Payload">What was asked and what came of it.</param>
/// <param name="OnBehalfOf">For whom it was done; null for the actor's own name.</param>
/// <param name="Hash">Hash of the row, hexadecimal.</param>
public sealed record JournalEntry(int Seq, DateTimeOffset At, string Actor, string Act, JsonNode? Payload, string? OnBehalfOf, string Hash);
