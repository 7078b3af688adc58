namespace ApprovalEngine.Approval.Demo;

/// <summary>How far the demo is.</summary>
/// <param name="Done">Cases dealt with.</param>
/// <param name="Total">Cases of the plan.</param>
public readonly record struct DemoProgress(int Done, int Total);
