namespace ApprovalEngine.Approval.Audit;

/// <summary>A row of a case's trail, chained to the one before it.</summary>
/// <param name="CentreId">The centre.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Seq">The chain's own order: 1, 2, 3 … without gaps; equals the case's version after the step.</param>
/// <param name="At">Instant (UTC) in whole microseconds, as PostgreSQL keeps it: what is hashed is what is stored.</param>
/// <param name="Actor">User name of who acted, or <c>system/…</c>.</param>
/// <param name="Act">What was done, for instance TaskCompleted.</param>
/// <param name="Payload">JSON text exactly as hashed.</param>
/// <param name="PrevHash">Hash of the row before; zeros for the first.</param>
/// <param name="Hash">Hash of this row.</param>
public sealed record TrailRow(int CentreId, Guid CaseId, int Seq, DateTimeOffset At, string Actor, string Act, string Payload, byte[] PrevHash, byte[] Hash);
