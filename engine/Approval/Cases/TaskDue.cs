using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Cases;

/// <summary>When a task is due in an inbox: at its step's due moment or the case's, whichever is earlier.</summary>
internal static class TaskDue
{
    public static DateTimeOffset? Of(OpenTask task, CaseRecord row) => (task.StepDueAt, row.DueAt) switch
    {
        ({ } step, { } due) => step < due ? step : due,
        ({ } step, null) => step,
        (null, var due) => due,
    };
}
