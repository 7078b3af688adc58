using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>催辦: limited, and shown.</summary>
internal static class Urging
{
    private const int Most = 3;

    public static void Urge(Run run, Stimulus.UrgeTask urging)
    {
        var task = TaskActs.Find(run, urging.TaskId);
        if (task.Urged >= Most)
        {
            throw new ActRefusedException("UrgedEnough", $"This task has been urged {Most} times; that is as often as it can be.", task.ActivityId);
        }

        var calendar = run.Context.Calendar;
        if (task.UrgedAt is { } last && calendar.LocalDate(last) == calendar.LocalDate(run.Context.Now))
        {
            throw new ActRefusedException("UrgedToday", "This task has been urged today already.", task.ActivityId);
        }

        var urged = task with { Urged = task.Urged + 1, UrgedAt = run.Context.Now };
        run.Tasks.Update(urged);
        run.Effects.Add(new Effect.TaskUrged(urged));
    }
}
