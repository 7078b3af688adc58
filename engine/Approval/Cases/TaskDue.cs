using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>When a task is due in an inbox: at its step's due moment, the case's or the end of the period that it waits for, whichever is earliest.</summary>
internal static class TaskDue
{
    public static DateTimeOffset? Of(OpenTask task, CaseRecord row) => new[] { task.StepDueAt, row.DueAt, EndOf(task, row.State) }.Min();

    /// <summary>The last moment of the period that a correction or a special procedure is given (UTC); null for other tasks, and where it is given none.</summary>
    public static DateTimeOffset? EndOf(OpenTask task, FlowState state) =>
        task.Kind is TaskKind.Correction or TaskKind.SpecialProcedure
            && state.Timers.FirstOrDefault(timer => timer.Kind == TimerKind.StopEnds && timer.ActivityId == task.ActivityId) is { } end
            ? end.DueAt.AddMicroseconds(-1)
            : null;
}
