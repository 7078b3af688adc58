using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>Claim, release, complete, transfer. Who may see a task is the shell's matter; who has it, and who is barred, is decided here, in the step.</summary>
internal static class TaskActs
{
    private const string Answered = "answered";

    public static void Complete(Run run, Stimulus.CompleteTask answer)
    {
        var task = Find(run, answer.TaskId);
        RequireAnswerable(run, task);
        RequireNotBarred(task, run.Context.Actor);
        RequireNotBarred(task, run.Context.OnBehalfOf);
        if (!task.Outcomes.Contains(answer.Outcome))
        {
            throw new ActRefusedException("OutcomeUnknown", $"{answer.Outcome} is no answer to this task: {string.Join(", ", task.Outcomes)}.", task.ActivityId);
        }

        if (task.Owner is not null)
        {
            Delegation.HandBack(run, task, answer.Outcome);
        }
        else if (task.Parent is not null)
        {
            Signers.Answer(run, task, answer.Outcome);
        }
        else if (Signers.Wait(run, task))
        {
            Signers.AnswerHeld(run, task, answer);
        }
        else
        {
            Settle(run, task, answer, run.Context.Actor, run.Context.OnBehalfOf);
        }
    }

    /// <summary>A task's answer takes effect: its step goes on.</summary>
    public static void Settle(Run run, OpenTask task, Stimulus.CompleteTask answer, string by, string? onBehalfOf)
    {
        var frame = run.Frames.Find(task.Frame)!;
        run.Tasks.Close(task, TaskEnd.Completed, answer.Outcome);
        run.Tasks.Remember(task.ActivityId, by, isFirst: !frame.Get<bool>(Answered));
        if (onBehalfOf is not null)
        {
            // Both have dealt with it; who comes back to it is the one whose task it was.
            run.Tasks.Remember(task.ActivityId, onBehalfOf, isFirst: false);
        }

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

        run.Tasks.Update(task with { Assignee = HolderOrTaker(run, task) }, isReassigned: true);
    }

    public static void Release(Run run, Stimulus.ReleaseTask release)
    {
        var task = Find(run, release.TaskId);
        RequireHolder(run, task);
        RequireNotHeld(task);
        RequireOwn(task);
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
        RequireNotHeld(task);
        RequireOwn(task);
        RequireNotBarred(task, transfer.To.User);
        Signers.RequireNotSigner(run, task, transfer.To.User);

        // What the new offer leaves open stays as the designer said it. Signers were this holder's: who gets the task asks anew.
        var own = transfer.KeepsSigners ? task : Signers.End(run, task);
        var offer = new TaskOffer(
            transfer.To.Unit ?? task.Offer.Unit, transfer.To.Role ?? task.Offer.Role, transfer.To.Unit is null ? task.Offer.Post : transfer.To.Post, transfer.To.User);
        run.Tasks.Update(own with { Offer = offer, Assignee = transfer.To.User }, isReassigned: true);
    }

    public static OpenTask Find(Run run, int id) =>
        run.Tasks.Find(id) ?? throw new ActRefusedException("TaskNotOpen", $"Task {id} is not open any more.");

    /// <summary>Whether a person is who acts, or for whom.</summary>
    public static bool Is(Run run, string person) => person == run.Context.Actor || person == run.Context.OnBehalfOf;

    /// <summary>The actor has the task or may take it.</summary>
    public static void RequireHolder(Run run, OpenTask task)
    {
        var holder = task.Assignee ?? task.Offer.User;
        if (holder is not null && !Is(run, holder) && !PersonsActs.IsSystem(run.Context.Actor))
        {
            throw new ActRefusedException("TaskAlreadyClaimed", $"{holder} has this task.", task.ActivityId);
        }
    }

    /// <summary>Who has the task; where nobody has, the actor takes it with the act, as by a claim.</summary>
    public static string HolderOrTaker(Run run, OpenTask task)
    {
        if ((task.Assignee ?? task.Offer.User) is { } holder)
        {
            return holder;
        }

        RequireNotBarred(task, run.Context.Actor);
        RequireNotBarred(task, run.Context.OnBehalfOf);
        var taker = run.Context.OnBehalfOf ?? run.Context.Actor;
        Signers.RequireNotSigner(run, task, taker);
        return taker;
    }

    /// <summary>The actor may deal with the task, and its step runs.</summary>
    public static void RequireAnswerable(Run run, OpenTask task)
    {
        RequireHolder(run, task);
        RequireNotHeld(task);
        if (run.Frames.Find(task.Frame) is not { Status: FrameStatus.Running })
        {
            throw new ActRefusedException("StepIsIncident", "The step stands as an incident: an administrator has to decide first.", task.ActivityId);
        }
    }

    /// <summary>A delegate and a signer only answer: the task is not theirs to pass on.</summary>
    public static void RequireOwn(OpenTask task)
    {
        if (task.Owner is { } owner)
        {
            throw new ActRefusedException("TaskDelegated", $"The task is {owner}'s and delegated only: it can be answered or taken back.", task.ActivityId);
        }

        if (task.Parent is not null)
        {
            throw new ActRefusedException("TaskIsSigners", "A signer's part of a task can only be answered.", task.ActivityId);
        }
    }

    /// <summary>A person has not received, accepted or prepared the case where four eyes are asked for.</summary>
    public static void RequireNotBarred(OpenTask task, string? person)
    {
        if (person is not null && task.Barred.Contains(person))
        {
            throw new ActRefusedException("FourEyes", $"{person} received, accepted or prepared this case and may not decide it.", task.ActivityId);
        }
    }

    private static void RequireNotHeld(OpenTask task)
    {
        if (task.Held is { } held)
        {
            throw new ActRefusedException("TaskAnswered", $"{held.By} has answered this task; it waits for its signers.", task.ActivityId);
        }
    }
}
