using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Demo;

/// <summary>How many times in a row a flow asks people, found by running it once in memory with every usual answer.</summary>
internal static class DemoRounds
{
    private const int Most = 60;

    /// <summary>The number, at least 1.</summary>
    public static int Of(CaseSession trial)
    {
        var at = trial.Case.ReceivedAt;
        trial.Act(at, trial.Case.ReceivedBy, new Stimulus.Start(), new StepNote("CaseReceived"));
        var rounds = 0;
        for (var round = 0; round < Most && trial.Case.IsOpen && trial.Case.State.Tasks.Length > 0; round++)
        {
            at = at.AddSeconds(1);
            rounds += trial.Case.State.Tasks.Any(task => task.Kind is TaskKind.Review or TaskKind.Countersign) ? 1 : 0;
            foreach (var task in trial.Case.State.Tasks)
            {
                if (trial.Case.State.Tasks.Any(open => open.Id == task.Id))
                {
                    var actor = $"trial{round}.{task.Id}";
                    trial.Act(at, actor, new Stimulus.CompleteTask(task.Id, task.Outcomes[0]), new StepNote("TaskCompleted") { TaskNo = task.Id });
                }
            }

            foreach (var message in trial.Changes.Messages.Where(message => message.CallId is not null).ToList())
            {
                trial.Act(at, Actors.Outbox, new Stimulus.ServiceAnswered(message.CallId!.Value, Succeeded: true), new StepNote("ServiceAnswered"));
                trial.Changes.Messages.Remove(message);
            }
        }

        return Math.Max(1, rounds);
    }
}
