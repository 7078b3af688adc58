using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Activities.Approval;

/// <summary>What people do with tasks and clocks, and what services answer.</summary>
internal static class CaseActs
{
    /// <summary>Applies an act; gives how many waiting places it met.</summary>
    public static int Apply(Run run, Stimulus act) =>
        throw new ActRefusedException("TaskNotOpen", $"{act.GetType().Name} meets nothing in an instance that is {run.SubStatus}.");

    /// <summary>A timer of the case's own clock (<see cref="FlowTimer.ActivityId"/> of a port) is due.</summary>
    public static void OnClockTimer(Run run, FlowTimer timer) =>
        throw new ActivityFaultException($"{timer.Key} is not known to {run.Context.InstanceId}.");

    /// <summary>The timers that the case's own clock wants armed.</summary>
    public static IEnumerable<FlowTimer> ClockTimers(Run run) => run.Clock.Ports.Count == 0 ? [] : [];
}
