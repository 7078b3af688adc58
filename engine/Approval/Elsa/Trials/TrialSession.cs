using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Audit;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Approval.Elsa.Trials;

/// <summary>A trial run under way in memory: each step moves its row on and leaves one of its own. No effect of it leaves the run.</summary>
internal sealed class TrialSession(TrialRun run, CompiledFlow flow, WorkingCalendar calendar)
{
    /// <summary>More steps at once than this mean a flow that never comes to rest.</summary>
    private const int MostAtOnce = 1_000;

    private readonly List<TrialStep> steps = [];

    /// <summary>Where the run stands.</summary>
    public FlowState State { get; private set; } = FlowStateJson.Read(run.State);

    /// <summary>Steps to be written.</summary>
    public IReadOnlyList<TrialStep> Steps => steps;

    /// <summary>Fires the timers that are due, in their order.</summary>
    public void CatchUp(DateTimeOffset until)
    {
        while (steps.Count < MostAtOnce && State.NextTimer(until) is { } due)
        {
            var note = new StepNote("TimerFired") { Details = new JsonObject { ["timer"] = due.Key, ["kind"] = due.Kind.ToString() } };
            if (Step(due.DueAt > run.UpdatedAt ? due.DueAt : run.UpdatedAt, Actors.Timer, new Stimulus.TimerDue(due.Key), note) == 0)
            {
                throw new InvalidOperationException($"Timer {due.Key} of trial run {run.RunId} was due at {due.DueAt:O} but did not fire.");
            }
        }
    }

    /// <summary>Lets something happen, after what fell due before it.</summary>
    /// <returns>How many waiting places it met; 0 changed nothing.</returns>
    public int Act(DateTimeOffset at, string actor, Stimulus stimulus, StepNote note)
    {
        CatchUp(at);
        return Step(at, actor, stimulus, note);
    }

    private int Step(DateTimeOffset at, string actor, Stimulus stimulus, StepNote note)
    {
        var transition = Interpreter.Advance(flow, State, stimulus, TrialContext.For(run, run.Steps, calendar, at, actor));
        if (transition.Matched == 0)
        {
            return 0;
        }

        Keep(at, actor, note, transition);
        foreach (var answer in transition.Effects.Select(TrialAnswers.To).OfType<Stimulus.ServiceAnswered>().TakeWhile(_ => steps.Count < MostAtOnce))
        {
            Step(at, Actors.Outbox, answer, new StepNote("ServiceAnswered") { Details = new JsonObject { ["call"] = answer.CallId, ["trial"] = true } });
        }

        return transition.Matched;
    }

    private void Keep(DateTimeOffset at, string actor, StepNote note, Transition transition)
    {
        State = transition.State;
        run.Steps++;
        run.UpdatedAt = AuditChain.Instant(at);
        run.State = FlowStateJson.Write(State);
        run.Name = Storable(State.Name);
        run.CorrelationId = Storable(State.CorrelationId);
        run.SubStatus = (short)State.SubStatus;
        run.IncidentCount = State.Incidents.Length;
        run.FinishedAt = State.Status == FlowStatus.Finished ? run.UpdatedAt : null;
        run.DueAt = State.Timers.IsEmpty ? null : State.Timers.Min(timer => timer.DueAt);
        steps.Add(new TrialStep
        {
            CentreId = run.CentreId,
            RunId = run.RunId,
            Seq = run.Steps,
            At = run.UpdatedAt,
            Actor = actor,
            Act = note.Act,
            Payload = StepPayload.Write(note, transition.Effects),
        });
    }

    /// <summary>The database holds no U+0000 in a text.</summary>
    private static string? Storable(string? text) => text?.Replace("\0", "", StringComparison.Ordinal);
}
