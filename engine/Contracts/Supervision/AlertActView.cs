namespace ApprovalEngine.Contracts.Supervision;

/// <summary>An act in the procedure of an alert.</summary>
/// <param name="Status">The status it led to: Acknowledged, Explained, Accepted, Upheld, Appealed or Escalated.</param>
/// <param name="At">When (UTC).</param>
/// <param name="Actor">User name.</param>
/// <param name="Text">Explanation, grounds of the decision, the appeal or the escalation; null where nothing was said.</param>
public sealed record AlertActView(string Status, DateTimeOffset At, string Actor, string? Text);
