using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Tests.Properties;

/// <summary>Tells the reference rules what moved a case.</summary>
internal sealed class RulesDriver(ReferenceRules rules)
{
    public void Move(FlowState before, Stimulus stimulus, Transition transition)
    {
        var told = transition.Effects.Select(Told).OfType<ReferenceRules.Happening>().ToList();
        switch (stimulus)
        {
            case Stimulus.Start:
                rules.Begin(told);
                break;
            case Stimulus.ReturnTo back:
                rules.Return(back.ActivityId, told);
                break;
            case Stimulus.ResolveIncident { Way: IncidentWay.Retry } desk:
                rules.Retry(desk.ActivityId, told);
                break;
            case Stimulus.Cancel or Stimulus.EndCase:
                rules.Finish();
                break;
            case Stimulus.TimerDue due when before.Timers.First(timer => timer.Key == due.Key) is { Kind: TimerKind.StepLimit or TimerKind.DueSoon or TimerKind.Overdue } timer:
                rules.Fire(timer.ActivityId!, timer.Kind == TimerKind.DueSoon ? "DueSoon" : "Overdue", told);
                break;
            default:
                rules.Answer(told.FirstOrDefault()?.Activity ?? "", told);
                break;
        }
    }

    private static ReferenceRules.Happening? Told(Effect effect) => effect switch
    {
        Effect.ActivityRan ran => new ReferenceRules.Happening(ran.ActivityId, ran.Outcomes),
        Effect.IncidentRaised raised => new ReferenceRules.Happening(raised.Incident.ActivityId, null),
        _ => null,
    };
}
