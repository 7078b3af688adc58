using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>When a task is due in an inbox: at its step's due moment, the case's or the end of the period that it waits for, whichever is earliest.</summary>
internal static class TaskDue
{
    public static DateTimeOffset? Of(OpenTask task, CaseRecord row) => new[] { task.StepDueAt, row.DueAt, EndOf(task, row.State) }.Min();

    /// <summary>
    /// The last moment (UTC) of the period that a correction or a special procedure is given, and of the days within which an application is
    /// answered before silence accepts it; null for other tasks, and where there is none.
    /// </summary>
    public static DateTimeOffset? EndOf(OpenTask task, FlowState state) =>
        EndBy(task.Kind) is { } kind && state.Timers.FirstOrDefault(timer => timer.Kind == kind && timer.ActivityId == task.ActivityId) is { } end
            ? end.DueAt.AddMicroseconds(-1)
            : null;

    private static TimerKind? EndBy(TaskKind kind) => kind switch
    {
        TaskKind.Acceptance => TimerKind.AcceptanceBySilence,
        TaskKind.Correction or TaskKind.SpecialProcedure => TimerKind.StopEnds,
        _ => null,
    };
}
