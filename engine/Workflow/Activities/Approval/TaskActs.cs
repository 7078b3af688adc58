using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>Claim, release, complete, transfer. Who may see a task is the shell's matter; who has it, and who is barred, is decided here, in the step.</summary>
internal static class TaskActs
{
    private const string Answered = "answered";

    public static void Complete(Run run, Stimulus.CompleteTask answer)
    {
        var task = Find(run, answer.TaskId);
        RequireHolder(run, task);
        RequireNotBarred(task, run.Context.Actor);
        if (!task.Outcomes.Contains(answer.Outcome))
        {
            throw new ActRefusedException("OutcomeUnknown", $"{answer.Outcome} is no answer to this task: {string.Join(", ", task.Outcomes)}.", task.ActivityId);
        }

        if (run.Frames.Find(task.Frame) is not { Status: FrameStatus.Running } frame)
        {
            throw new ActRefusedException("StepIsIncident", "The step stands as an incident: an administrator has to decide first.", task.ActivityId);
        }

        run.Tasks.Close(task, TaskEnd.Completed, answer.Outcome);
        run.Tasks.Remember(task.ActivityId, run.Context.Actor, isFirst: !frame.Get<bool>(Answered));
        frame.Set(Answered, true);
        run.Wake(frame, executor => executor.OnTaskAnswered(run, frame, task, answer));
    }

    public static void Claim(Run run, Stimulus.ClaimTask claim)
    {
        var task = Find(run, claim.TaskId);
        if (task.Assignee is not null || task.Offer.User is not null)
        {
            RequireHolder(run, task);
            return; // it is the claimer's already
        }

        RequireNotBarred(task, run.Context.Actor);
        run.Tasks.Update(task with { Assignee = run.Context.Actor }, isReassigned: true);
    }

    public static void Release(Run run, Stimulus.ReleaseTask release)
    {
        var task = Find(run, release.TaskId);
        RequireHolder(run, task);
        if (task.Assignee is null)
        {
            throw new ActRefusedException("TaskNotClaimed", "The task is on offer: there is nothing to give back.", task.ActivityId);
        }

        run.Tasks.Update(task with { Assignee = null, Offer = task.Offer with { User = null } }, isReassigned: true);
    }

    public static void Transfer(Run run, Stimulus.TransferTask transfer)
    {
        var task = Find(run, transfer.TaskId);
        RequireHolder(run, task);
        if (transfer.To.User is { } person)
        {
            RequireNotBarred(task, person);
        }

        // What the new offer leaves open stays as the designer said it.
        var offer = new TaskOffer(
            transfer.To.Unit ?? task.Offer.Unit, transfer.To.Role ?? task.Offer.Role, transfer.To.Unit is null ? task.Offer.Post : transfer.To.Post, transfer.To.User);
        run.Tasks.Update(task with { Offer = offer, Assignee = transfer.To.User }, isReassigned: true);
    }

    private static OpenTask Find(Run run, int id) =>
        run.Tasks.Find(id) ?? throw new ActRefusedException("TaskNotOpen", $"Task {id} is not open any more.");

    private static void RequireHolder(Run run, OpenTask task)
    {
        var holder = task.Assignee ?? task.Offer.User;
        if (holder is not null && holder != run.Context.Actor && !PersonsActs.IsSystem(run.Context.Actor))
        {
            throw new ActRefusedException("TaskAlreadyClaimed", $"{holder} has this task.", task.ActivityId);
        }
    }

    private static void RequireNotBarred(OpenTask task, string person)
    {
        if (task.Barred.Contains(person))
        {
            throw new ActRefusedException("FourEyes", $"{person} received, accepted or prepared this case and may not decide it.", task.ActivityId);
        }
    }
}
