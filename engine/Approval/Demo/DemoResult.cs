namespace ApprovalEngine.Approval.Demo;

/// <summary>What the demo did.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Cases">Applications of the plan.</param>
/// <param name="Added">Of these added now; 0 when the same demo was there already.</param>
/// <param name="Closed">Of the added, closed by the end of the month.</param>
/// <param name="Open">Of the added, still open then.</param>
/// <param name="Stopped">Of the open, waiting with the promised clock standing still.</param>
/// <param name="Alerts">Alerts that the added cases raised.</param>
public sealed record DemoResult(DateOnly Month, int Cases, int Added, int Closed, int Open, int Stopped, int Alerts);
