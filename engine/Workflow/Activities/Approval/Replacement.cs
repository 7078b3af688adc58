using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>
/// All that a person has open in a case goes to another: tasks held, offered by name, delegated to come back, parts to sign. Where the
/// other is barred, the task goes back on offer to its unit, a delegated one to its owner; where the other signs or holds the task
/// anyway, the second part of it ends. Steps that are not open yet follow the definition.
/// </summary>
internal static class Replacement
{
    public static int Apply(Run run, Stimulus.ReplacePerson replacement)
    {
        var (from, to) = (replacement.From, replacement.To);
        if (from == to)
        {
            return 0;
        }

        var concerned = run.Tasks.Open.Where(task => task.Assignee == from || task.Offer.User == from || task.Owner == from || task.SignersAfter.Contains(from)).Select(task => task.Id).ToList();
        foreach (var id in concerned)
        {
            if (run.Tasks.Find(id) is { } task)
            {
                run.Tasks.Update(Moved(task, from, to), isReassigned: true);
                Signers.DropDoubled(run, task.Parent ?? id);
            }
        }

        return concerned.Count;
    }

    private static OpenTask Moved(OpenTask task, string from, string to)
    {
        string? heir = task.Barred.Contains(to) ? null : to;
        var moved = task with
        {
            Assignee = task.Assignee == from ? heir : task.Assignee,
            Offer = task.Offer.User == from ? task.Offer with { User = heir } : task.Offer,
            Owner = task.Owner == from ? heir : task.Owner,
            SignersAfter = [.. task.SignersAfter.Select(signer => signer == from ? to : signer).Distinct()],
        };

        // Nobody is left to delegate to, or from: the task is its owner's, or on offer.
        return task.Owner is not null && (moved.Assignee is null || moved.Owner is null || moved.Owner == moved.Assignee)
            ? moved with { Owner = null, Assignee = moved.Owner }
            : moved;
    }
}
