using ApprovalEngine.Approval.Catalogue;

namespace ApprovalEngine.Approval.Demo;

/// <summary>One application of the demo's plan: what comes in and how fast it will be dealt with.</summary>
/// <param name="No">Running number in the plan; its randomness follows from seed and number alone.</param>
/// <param name="Item">For what.</param>
/// <param name="ReceivedAt">Instant (UTC) of receipt.</param>
/// <param name="IsAtWindow">Handed in at a window; else online.</param>
/// <param name="Pace">Share of the promised time that its handling takes; above 1 it becomes overdue.</param>
/// <param name="IsStuck">One of its tasks will not be answered this month.</param>
internal sealed record DemoApplication(int No, ItemEntry Item, DateTimeOffset ReceivedAt, bool IsAtWindow, double Pace, bool IsStuck);
