using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Tests.Properties;

/// <summary>Tells the reference rules what moved a case.</summary>
internal sealed class RulesDriver(CasePlay play)
{
    private readonly ReferenceRules rules = play.Rules;
    private readonly ReferenceGraph graph = play.Graph;

    public void Move(FlowState before, Stimulus stimulus, Transition transition)
    {
        var told = transition.Effects.Select(Told).OfType<ReferenceRules.Happening>().Where(told => graph.Activities.Contains(told.Activity)).ToList();
        switch (stimulus)
        {
            case Stimulus.Start:
                rules.Begin(told);
                break;
            case Stimulus.ReturnTo back when !play.StaysInside(before, transition.State, back.ActivityId):
                rules.Return(play.Top(back.ActivityId), told);
                break;
            case Stimulus.ResolveIncident { Way: IncidentWay.Retry } desk when graph.Activities.Contains(desk.ActivityId):
                rules.Retry(desk.ActivityId, told);
                break;
            case Stimulus.Cancel or Stimulus.EndCase:
                rules.Finish();
                break;
            case Stimulus.TimerDue due when before.Timers.First(timer => timer.Key == due.Key) is { Kind: TimerKind.StepLimit or TimerKind.DueSoon or TimerKind.Overdue } timer && graph.Activities.Contains(timer.ActivityId!):
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
