namespace ApprovalEngine.Contracts.Supervision;

/// <summary>A step in the procedure of an alert.</summary>
/// <param name="Status">Where it leads: Acknowledged, Explained, Accepted, Upheld, Appealed or Escalated.</param>
/// <param name="Text">Explanation, grounds of the decision, the appeal or the escalation; only an acknowledgement needs none.</param>
public sealed record AlertActRequest(string Status, string? Text = null);
