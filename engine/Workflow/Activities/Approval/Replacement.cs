using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>
/// All that a person has open in a case goes to another: tasks held, offered by name, delegated to come back, parts to sign. Where the
/// other is barred, the task goes back on offer to its unit. Steps that are not open yet follow the definition.
/// </summary>
internal static class Replacement
{
    public static int Apply(Run run, Stimulus.ReplacePerson replacement)
    {
        var (from, to) = (replacement.From, replacement.To);
        var concerned = run.Tasks.Open.Where(task => task.Assignee == from || task.Offer.User == from || task.Owner == from || task.SignersAfter.Contains(from)).ToList();
        foreach (var task in concerned)
        {
            string? heir = task.Barred.Contains(to) ? null : to;
            var moved = task with
            {
                Assignee = task.Assignee == from ? heir : task.Assignee,
                Offer = task.Offer.User == from ? task.Offer with { User = heir } : task.Offer,
                Owner = task.Owner == from ? heir : task.Owner,
                SignersAfter = [.. task.SignersAfter.Select(signer => signer == from ? to : signer).Distinct()],
            };
            run.Tasks.Update(moved, isReassigned: true);
        }

        return concerned.Count;
    }
}
