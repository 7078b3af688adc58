using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>What activities whose tasks have a step limit have in common: due moments that follow the clocks, and the port Overdue beside the running flow.</summary>
internal abstract class TaskExecutor : ActivityExecutor
{
    private const string Overdue = "overdue";

    public override void OnSettled(Run run, Frame frame)
    {
        foreach (var task in run.Tasks.Of(frame))
        {
            var due = task.StepLimitDays is { } days ? StepLimits.DueAt(run, task.OpenedAt, days) : null;
            if (due != task.StepDueAt)
            {
                run.Tasks.Update(task with { StepDueAt = due });
            }
        }
    }

    /// <summary>Number, holder, offer and the instant of opening stay; the step limit is the new version's, reckoned from that instant with every stopped day.</summary>
    public override void OnMigrated(Run run, Frame frame)
    {
        var days = run.Days(frame, "stepLimitDays");
        foreach (var task in run.Tasks.Of(frame).Where(task => task.Kind is not (TaskKind.Signer or TaskKind.Incident) && task.StepLimitDays != days))
        {
            run.Tasks.Update(task with { StepLimitDays = days });
        }
    }

    public override IEnumerable<FlowTimer> Timers(Run run, Frame frame)
    {
        var due = run.Tasks.Of(frame).Min(task => task.StepDueAt);
        return due is { } at && !frame.Get<bool>(Overdue)
            ? [Runtime.Timers.Of(frame, TimerKind.StepLimit, StepLimits.JustAfter(at))]
            : [];
    }

    public override void OnTimer(Run run, Frame frame, FlowTimer timer)
    {
        frame.Set(Overdue, true);
        PortBeside.Fire(run, frame.Parent, frame.Node, "Overdue");
    }

    /// <summary>Opens a task of this activity with its step limit.</summary>
    protected static OpenTask Open(Run run, Frame frame, TaskKind kind, TaskOffer offer, IEnumerable<string> outcomes, string? seat = null)
    {
        var barred = TaskOffers.Barred(run, frame);
        var person = offer.User is { } named && barred.Contains(named) ? null : offer.User;
        return run.Tasks.Add(frame, new OpenTask
        {
            Id = 0,
            ActivityId = frame.Node.Id,
            Kind = kind,
            Offer = offer with { User = person },
            Assignee = person,
            Outcomes = [.. outcomes],
            Seat = seat,
            OpenedAt = run.Context.Now,
            StepLimitDays = run.Days(frame, "stepLimitDays"),
            Barred = [.. barred],
        });
    }

    /// <summary>Writes the answer's values to the variables of their names.</summary>
    protected static void TakeData(Run run, Frame frame, Stimulus.CompleteTask answer)
    {
        foreach (var (name, value) in answer.Data ?? [])
        {
            if (run.Data.TryGetVariable(frame, name, out _))
            {
                run.Data.SetVariable(frame, name, Expressions.FlowValue.From(value?.DeepClone()));
            }
        }
    }
}
