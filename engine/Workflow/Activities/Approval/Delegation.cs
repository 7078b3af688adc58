using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>委派: another person prepares a task; the answer is an advice, and the task comes back to who delegated it.</summary>
internal static class Delegation
{
    public static void Delegate(Run run, Stimulus.DelegateTask delegation)
    {
        var task = TaskActs.Find(run, delegation.TaskId);
        TaskActs.RequireAnswerable(run, task);
        TaskActs.RequireOwn(task);
        var owner = TaskActs.HolderOrTaker(run, task);
        if (delegation.To == owner)
        {
            throw new ActRefusedException("DelegateIsHolder", $"{owner} has this task already.", task.ActivityId);
        }

        TaskActs.RequireNotBarred(task, delegation.To);
        run.Tasks.Update(task with { Owner = owner, Assignee = delegation.To }, isReassigned: true);
    }

    public static void Recall(Run run, Stimulus.RecallTask recall)
    {
        var task = TaskActs.Find(run, recall.TaskId);
        if (task.Owner is not { } owner || !TaskActs.Is(run, owner))
        {
            throw new ActRefusedException("TaskNotDelegated", "Only who delegated a task can take it back.", task.ActivityId);
        }

        run.Tasks.Update(task with { Owner = null, Assignee = owner }, isReassigned: true);
    }

    /// <summary>The delegate's answer: kept as an advice, and the task goes back.</summary>
    public static void HandBack(Run run, OpenTask task, string outcome) => run.Tasks.Update(
        task with { Owner = null, Assignee = task.Owner, Advice = task.Advice.Add(new Advice(run.Context.Actor, outcome, run.Context.Now)) }, isReassigned: true);
}
