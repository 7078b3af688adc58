using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Activities.Approval;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>Begins an instance, and wakes up what a message, a result or a moment meets.</summary>
internal static class Resumption
{
    public static int Start(Run run, Stimulus.Start start)
    {
        if (run.SubStatus != FlowSubStatus.Pending)
        {
            return 0;
        }

        run.CorrelationId = start.CorrelationId;
        run.Trigger = run.Flow.Activities.ContainsKey(start.TriggerActivityId ?? "") ? start.TriggerActivityId : null;
        run.Data.Start(start.Inputs);
        run.Schedule(new WorkItem(null, run.Flow.Root));
        return 1;
    }

    /// <summary>How many waiting places a message would meet.</summary>
    public static int Meets(Run run, Stimulus stimulus) => stimulus switch
    {
        Stimulus.EventReceived happened => run.Waits.Open.Count(wait => IsEvent(wait, happened)),
        Stimulus.TaskResult result => Math.Min(1, run.Waits.Open.Count(wait => IsTask(wait, result))),
        _ => 0,
    };

    public static int Event(Run run, Stimulus.EventReceived happened)
    {
        var met = run.Waits.Open.Where(wait => IsEvent(wait, happened)).ToList();
        foreach (var wait in met.Where(wait => run.Status == FlowStatus.Running && run.Waits.Open.Contains(wait)))
        {
            // As in Elsa, one waiting place after the other: what follows the first may cancel the second.
            Resume(run, wait, happened.Payload);
            run.Drain();
        }

        return met.Count;
    }

    /// <summary>Within a step: every place that waits for an event goes on.</summary>
    public static void Wake(Run run, Stimulus.EventReceived happened)
    {
        foreach (var wait in run.Waits.Open.Where(wait => IsEvent(wait, happened)).ToList().Where(wait => run.Waits.Open.Contains(wait)))
        {
            Resume(run, wait, happened.Payload);
        }
    }

    public static int TaskResult(Run run, Stimulus.TaskResult result)
    {
        var wait = run.Waits.Open.FirstOrDefault(wait => IsTask(wait, result));
        if (wait is null)
        {
            return 0;
        }

        Resume(run, wait, result.Result);
        return 1;
    }

    public static int Timer(Run run, Stimulus.TimerDue due)
    {
        var timer = run.Before.Timers.FirstOrDefault(timer => timer.Key == due.Key && timer.DueAt <= run.Context.Now);
        if (timer is null)
        {
            return 0;
        }

        if (run.Frames.Find(Timers.FrameOf(timer)) is { } frame)
        {
            run.Wake(frame, executor => executor.OnTimer(run, frame, timer));
        }
        else
        {
            CaseActs.OnClockTimer(run, timer);
        }

        return 1;
    }

    public static int Service(Run run, Stimulus.ServiceAnswered answer)
    {
        var call = run.Waits.Calls.FirstOrDefault(call => call.Id == answer.CallId);
        if (call is null || run.Frames.Find(call.Frame) is not { } frame)
        {
            return 0;
        }

        run.Waits.Close(call);
        run.Wake(frame, executor => executor.OnServiceAnswered(run, frame, answer));
        return 1;
    }

    public static int Cancel(Run run)
    {
        run.End(FlowSubStatus.Cancelled);
        return 1;
    }

    private static bool IsEvent(Wait wait, Stimulus.EventReceived happened) => wait.Kind == ActivityTypes.Event && wait.Name == happened.Name;

    private static bool IsTask(Wait wait, Stimulus.TaskResult result) => wait.Kind == ActivityTypes.RunTask && wait.Name == result.TaskName && (result.ActivityId is null || wait.ActivityId == result.ActivityId);

    private static void Resume(Run run, Wait wait, JsonNode? payload)
    {
        run.Waits.Close(wait);
        if (run.Frames.Find(wait.Frame) is { } frame)
        {
            run.Wake(frame, executor => executor.OnResumed(run, frame, wait, payload));
        }
    }
}
