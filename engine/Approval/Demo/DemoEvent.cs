namespace ApprovalEngine.Approval.Demo;

/// <summary>Something that will happen to a demo case unless it ends before.</summary>
/// <param name="At">Instant (UTC).</param>
/// <param name="Order">Decides between two at the same instant.</param>
/// <param name="Happen">Does it, when it still can.</param>
internal sealed record DemoEvent(DateTimeOffset At, int Order, Action<DateTimeOffset> Happen);
