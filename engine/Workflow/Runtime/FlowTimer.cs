namespace ApprovalEngine.Workflow.Runtime;

/// <summary>A moment that a case waits for. Fired once, then dropped.</summary>
/// <param name="Key">Unique within the case and stable: the same armed thing keeps its key.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="ActivityId">The activity it belongs to; null for the case's own clocks.</param>
/// <param name="DueAt">Instant (UTC).</param>
public sealed record FlowTimer(string Key, TimerKind Kind, string? ActivityId, DateTimeOffset DueAt);

/// <summary>What a timer stands for.</summary>
public enum TimerKind
{
    /// <summary>Elsa.Delay and Elsa.StartAt.</summary>
    Delay,

    /// <summary>Five working days after receipt without an answer (Licensing Law 32).</summary>
    AcceptanceBySilence,

    /// <summary>A task's step limit passes.</summary>
    StepLimit,

    /// <summary>The port DueSoon of Approval.PromiseClock.</summary>
    DueSoon,

    /// <summary>The port Overdue of Approval.PromiseClock.</summary>
    Overdue,

    /// <summary>The end date of a correction or special procedure passes.</summary>
    StopEnds,
}
