using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>
/// 加簽: people who sign beside a task's holder. A signer's part is a task under the other one: it lives and ends with it, can be taken
/// away, and never keeps the step waiting after that.
/// </summary>
internal static class Signers
{
    private const string Disagreed = "Disagreed";

    public static void Add(Run run, Stimulus.AddSigner signer)
    {
        var task = TaskActs.Find(run, signer.TaskId);
        TaskActs.RequireAnswerable(run, task);
        TaskActs.RequireOwn(task);
        var holder = TaskActs.HolderOrTaker(run, task);
        if (signer.User == holder || task.SignersAfter.Contains(signer.User) || PartsOf(run, task).Any(part => part.Assignee == signer.User))
        {
            throw new ActRefusedException("SignerThere", $"{signer.User} signs this task already.", task.ActivityId);
        }

        var kept = task with { Assignee = holder, SignersAfter = signer.Place == SignerPlace.After ? task.SignersAfter.Add(signer.User) : task.SignersAfter };
        run.Tasks.Change(kept);
        if (signer.Place != SignerPlace.After)
        {
            Open(run, kept, signer.User, signer.Place);
        }
    }

    public static void Remove(Run run, Stimulus.RemoveSigner signer)
    {
        var task = TaskActs.Find(run, signer.TaskId);
        TaskActs.RequireHolder(run, task);
        var part = PartsOf(run, task).FirstOrDefault(part => part.Assignee == signer.User);
        if (part is null && !task.SignersAfter.Contains(signer.User))
        {
            throw new ActRefusedException("SignerNotThere", $"{signer.User} does not sign this task, or has signed.", task.ActivityId);
        }

        var kept = task with { SignersAfter = task.SignersAfter.Remove(signer.User) };
        run.Tasks.Change(kept);
        if (part is not null)
        {
            run.Tasks.Close(part, TaskEnd.Cancelled);
        }

        GoOn(run, kept);
    }

    /// <summary>Ends what is open of a task's signers; what they have signed stays.</summary>
    /// <returns>The task without them.</returns>
    public static OpenTask End(Run run, OpenTask task)
    {
        foreach (var part in PartsOf(run, task).ToList())
        {
            run.Tasks.Close(part, TaskEnd.Cancelled);
        }

        return task with { SignersAfter = [] };
    }

    /// <summary>A signer answers.</summary>
    public static void Answer(Run run, OpenTask part, string outcome)
    {
        run.Tasks.Close(part, TaskEnd.Completed, outcome);
        var task = run.Tasks.Find(part.Parent!.Value)!;
        var advised = task with { Advice = task.Advice.Add(new Advice(run.Context.Actor, outcome, run.Context.Now)) };
        if (part.Place == SignerPlace.After && outcome == Disagreed)
        {
            foreach (var other in PartsOf(run, task).Where(other => other.Place == SignerPlace.After).ToList())
            {
                run.Tasks.Close(other, TaskEnd.Cancelled);
            }

            advised = advised with { Held = null };
        }

        run.Tasks.Change(advised);
        GoOn(run, advised);
    }

    /// <summary>The holder answers: at once when nobody else signs, else the answer is held.</summary>
    /// <exception cref="ActRefusedException">Somebody signs before.</exception>
    public static void AnswerHeld(Run run, OpenTask task, Stimulus.CompleteTask answer)
    {
        if (PartsOf(run, task).FirstOrDefault(part => part.Place == SignerPlace.Before) is { } first)
        {
            throw new ActRefusedException("SignerFirst", $"{first.Assignee} signs before this task can be answered.", task.ActivityId);
        }

        var held = task with
        {
            Assignee = TaskActs.HolderOrTaker(run, task),
            Held = new HeldAnswer(run.Context.Actor, run.Context.OnBehalfOf, answer.Outcome, answer.Data),
            SignersAfter = [],
        };
        run.Tasks.Change(held);
        foreach (var user in task.SignersAfter)
        {
            Open(run, held, user, SignerPlace.After);
        }
    }

    /// <summary>Whether an answer must be held, or is refused, because of signers.</summary>
    public static bool Wait(Run run, OpenTask task) => !task.SignersAfter.IsEmpty || PartsOf(run, task).Any();

    /// <summary>Nobody both answers a task and signs it, or signs it twice.</summary>
    public static void RequireNotSigner(Run run, OpenTask task, string? person)
    {
        if (person is not null && (task.SignersAfter.Contains(person) || PartsOf(run, task).Any(part => part.Assignee == person)))
        {
            throw new ActRefusedException("SignerThere", $"{person} signs this task: that has to be taken away first.", task.ActivityId);
        }
    }

    /// <summary>Ends the parts that a hand-over left with somebody who holds or signs the task anyway; what waited for them goes on.</summary>
    public static void DropDoubled(Run run, int id)
    {
        var task = run.Tasks.Find(id)!;
        var signs = new HashSet<string?> { task.Owner ?? task.Assignee ?? task.Offer.User };
        foreach (var part in PartsOf(run, task).Where(part => !signs.Add(part.Assignee)).ToList())
        {
            run.Tasks.Close(part, TaskEnd.Cancelled);
        }

        var kept = task with { SignersAfter = task.SignersAfter.RemoveAll(signer => signs.Contains(signer)) };
        if (kept.SignersAfter.Length < task.SignersAfter.Length)
        {
            run.Tasks.Change(kept);
        }

        GoOn(run, kept);
    }

    private static void GoOn(Run run, OpenTask task)
    {
        if (task.Held is { } held && !Wait(run, task))
        {
            run.Faults.KeepAct();
            TaskActs.Settle(run, task, new Stimulus.CompleteTask(task.Id, held.Outcome, held.Data), held.By, held.OnBehalfOf);
        }
    }

    private static void Open(Run run, OpenTask task, string user, SignerPlace place) => run.Tasks.Add(task.Frame, new OpenTask
    {
        Id = 0,
        ActivityId = task.ActivityId,
        Kind = TaskKind.Signer,
        Offer = task.Offer with { User = user },
        Assignee = user,
        Outcomes = ["Agreed", Disagreed],
        OpenedAt = run.Context.Now,
        Parent = task.Id,
        Place = place,
    });

    private static IEnumerable<OpenTask> PartsOf(Run run, OpenTask task) => run.Tasks.Open.Where(part => part.Parent == task.Id);
}
