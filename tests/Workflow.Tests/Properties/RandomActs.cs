using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Tests.Properties;

/// <summary>People, moments and messages that move a case at random: most rightly, some as nobody should.</summary>
internal sealed class RandomActs(CasePlay play, Random random)
{
    /// <summary>The acts by name, so that a test can see that each of them met something.</summary>
    public Dictionary<string, int> Done { get; } = [];

    private FlowState State => play.State;

    /// <summary>One turn of a lively case.</summary>
    public void Turn()
    {
        play.Now = play.Now.AddMinutes(random.Next(1, 60 * 20));
        (string Actor, Stimulus Stimulus)? act = random.Next(100) switch
        {
            _ when State.Stop is not null && random.Next(3) == 0 => (Somebody(), new Stimulus.ResumeCase("settled")),
            < 30 => Answer(),
            < 36 => OnTask((task, who) => (who, new Stimulus.ClaimTask(task.Id))),
            < 38 => OnTask((task, who) => (who, new Stimulus.ReleaseTask(task.Id))),
            < 42 => OnTask((task, who) => (who, new Stimulus.TransferTask(task.Id, new TaskOffer(random.Next(2) == 0 ? "U9" : null, User: random.Next(2) == 0 ? Somebody() : null)))),
            < 46 => OnTask((task, who) => (who, new Stimulus.DelegateTask(task.Id, Somebody()))),
            < 48 => State.Tasks.FirstOrDefault(task => task.Owner is not null) is { Owner: { } owner } task ? (random.Next(4) == 0 ? Somebody() : owner, new Stimulus.RecallTask(task.Id)) : null,
            < 54 => OnTask((task, who) => (who, new Stimulus.AddSigner(task.Id, Somebody(), (SignerPlace)random.Next(3)))),
            < 57 => RemoveSigner(),
            < 59 => OnTask((task, _) => (Somebody(), new Stimulus.UrgeTask(task.Id))),
            < 62 => ("system/handover", new Stimulus.ReplacePerson(Somebody(), Somebody())),
            < 64 => (Somebody(), new Stimulus.SuspendCase("Dispute", "Art. 45", "sun", "D-1", DateOnly.FromDateTime(play.Now.UtcDateTime).AddDays(random.Next(0, 9)), random.Next(2) == 0)),
            < 66 => (Somebody(), new Stimulus.ExtendLimit(random.Next(1, 9), "more work")),
            < 73 => Return(),
            < 76 => Desk(),
            < 84 => Withdrawal(),
            < 86 => Recalculation(),
            < 88 => OnTask((task, _) => (Somebody(), new Stimulus.CompleteTask(random.Next(task.Id + 3), "Done"))),
            < 94 => Moment(),
            < 96 => State.Calls.IsEmpty ? null : ("system/outbox", new Stimulus.ServiceAnswered(random.Next(State.Calls.Max(call => call.Id) + 2), true)),
            97 when play.Migrate("system/migration") => Count("Migrate"),
            96 when random.Next(12) == 0 => (Somebody(), new Stimulus.EndCase(Decision.Terminated, "no basis")),
            _ => Message(),
        };
        if (act is { } chosen)
        {
            Do(chosen.Actor, chosen.Stimulus, random.Next(10) == 0 ? Somebody() : null);
        }
    }

    /// <summary>One step of a case that everybody brings to its end.</summary>
    public void Advance()
    {
        play.Now = play.Now.AddMinutes(random.Next(1, 60));
        var task = State.Tasks.OrderBy(task => task.Parent is null).FirstOrDefault(task => task.Held is null && task.Kind != TaskKind.Incident);
        if (State.Stop is not null)
        {
            Do("sun", new Stimulus.ResumeCase("settled"));
        }
        else if (!State.Incidents.IsEmpty)
        {
            Do("sun", new Stimulus.ResolveIncident(State.Incidents[0].ActivityId, IncidentWay.Retry, Variables: new JsonObject { ["people"] = "some", ["fuse"] = "ok" }));
        }
        else if (task is not null)
        {
            var data = new JsonObject { ["fuse"] = "ok" };
            if (play.Drawing.Questions.TryGetValue(task.ActivityId, out var values))
            {
                data[task.ActivityId] = values[random.Next(values.Length)];
            }

            if (!Do(Holder(task), new Stimulus.CompleteTask(task.Id, task.Outcomes[0], data)))
            {
                // The answer that waits for this signer leads to a script that fails: it has to be given anew. What is asked in a used definition
                // does not reach the variables of the flow around it: there the case goes back to where they can be put right.
                Do("sun", new Stimulus.ReturnTo(play.Top(task.ActivityId) == task.ActivityId ? task.ActivityId : "accept"));
            }
        }
        else if (Message() is { } message)
        {
            Do(message.Actor, message.Stimulus, null);
        }
        else if (State.Timers.MinBy(timer => timer.DueAt) is { } timer)
        {
            play.Now = timer.DueAt > play.Now ? timer.DueAt : play.Now;
            Do("system/timers", new Stimulus.TimerDue(timer.Key));
        }
    }

    private bool Do(string actor, Stimulus stimulus, string? onBehalfOf = null)
    {
        var isDone = play.Do(actor, stimulus, onBehalfOf);
        if (isDone)
        {
            var name = stimulus.GetType().Name;
            Done[name] = Done.GetValueOrDefault(name) + 1;
        }

        return isDone;
    }

    private (string Actor, Stimulus Stimulus)? Answer() => OnTask((task, who) =>
    {
        var data = new JsonObject();
        if (play.Drawing.Questions.TryGetValue(task.ActivityId, out var values))
        {
            data[task.ActivityId] = values[random.Next(values.Length)];
        }

        if (random.Next(5) == 0)
        {
            data["fuse"] = random.Next(3) == 0 ? "blown" : "ok";
        }

        // Few applications fail at the window: there would be little to see of their cases.
        var outcome = task.Kind == TaskKind.Acceptance && random.Next(4) > 0 ? 0 : random.Next(task.Outcomes.Length);
        return (who, new Stimulus.CompleteTask(task.Id, task.Outcomes[outcome], data));
    });

    private (string, Stimulus)? RemoveSigner() => OnTask((task, who) =>
    {
        var parent = State.Tasks.FirstOrDefault(other => other.Id == task.Parent) ?? task;
        var signer = State.Tasks.FirstOrDefault(part => part.Parent == parent.Id)?.Assignee ?? parent.SignersAfter.FirstOrDefault() ?? Somebody();
        return (random.Next(4) == 0 ? who : Holder(parent), new Stimulus.RemoveSigner(parent.Id, signer));
    });

    private (string, Stimulus)? Return()
    {
        var ran = play.Flow.Activities.Values.Where(activity => State.Ran.Contains(activity.Index) && activity.Parent is not null).Select(activity => activity.Id).ToList();
        return ran.Count == 0 ? null : (Somebody(), new Stimulus.ReturnTo(ran[random.Next(ran.Count)], State.Tasks is [var first, ..] && random.Next(3) == 0 ? first.Id : null));
    }

    private (string, Stimulus)? Desk()
    {
        if (State.Incidents.IsEmpty)
        {
            return null;
        }

        var incident = State.Incidents[random.Next(State.Incidents.Length)];
        var outcomes = State.Tasks.First(task => task.ActivityId == incident.ActivityId && task.Kind == TaskKind.Incident).Outcomes;
        return random.Next(2) == 0
            ? ("sun", new Stimulus.ResolveIncident(incident.ActivityId, IncidentWay.Retry, Variables: random.Next(2) == 0 ? new JsonObject { ["people"] = "some" } : null))
            : ("sun", new Stimulus.ResolveIncident(incident.ActivityId, IncidentWay.TakeOutcome, outcomes[^1]));
    }

    /// <summary>Whoever did the last thing takes it back; the shell finds the state before it in its journal.</summary>
    private (string, Stimulus)? Withdrawal() => OwnActs() is [_, ..] own ? (own[0].Context.Actor, new Stimulus.Withdraw(own[random.Next(own.Count)].Before)) : null;

    /// <summary>What the person who did the last thing has done since anybody or anything else moved the case.</summary>
    private List<CasePlay.Entry> OwnActs() => play.Journal is [_, .., var last] && !PersonsActs.IsSystem(last.Context.Actor)
        ? [.. play.Journal.AsEnumerable().Reverse().TakeWhile(entry => entry.Context.Actor == last.Context.Actor && entry.Stimulus is not (Stimulus.Withdraw or Stimulus.Start))]
        : [];

    private (string, Stimulus)? Recalculation()
    {
        play.Calendar = RandomCalendar.Draw(random);
        return ("system/calendar", new Stimulus.Recalculate());
    }

    private (string, Stimulus)? Moment()
    {
        if (State.Timers.IsEmpty)
        {
            return null;
        }

        var timer = random.Next(3) > 0 ? State.Timers.MinBy(timer => timer.DueAt)! : State.Timers[random.Next(State.Timers.Length)];
        if (random.Next(5) > 0 && timer.DueAt > play.Now)
        {
            play.Now = timer.DueAt;
        }

        return ("system/timers", new Stimulus.TimerDue(timer.Key));
    }

    /// <summary>A call is answered, failed or timed out; or an awaited event arrives.</summary>
    private (string Actor, Stimulus Stimulus)? Message() =>
        !State.Calls.IsEmpty && random.Next(2) == 0 || State.Waits.IsEmpty && !State.Calls.IsEmpty ? ("system/outbox", Answered(State.Calls[random.Next(State.Calls.Length)].Id)) :
        State.Waits.FirstOrDefault(wait => wait.Name is not null) is { } wait ? ("system/events", new Stimulus.EventReceived(wait.Name!)) : null;

    private Stimulus.ServiceAnswered Answered(int call) =>
        random.Next(3) > 0 ? new(call, true, new JsonObject { ["receipt"] = call }) : new(call, false, random.Next(2) == 0 ? "No answer within 20 seconds." : null);

    private (string Actor, Stimulus Stimulus)? Count(string act)
    {
        Done[act] = Done.GetValueOrDefault(act) + 1;
        return null;
    }

    private (string Actor, Stimulus Stimulus)? OnTask(Func<OpenTask, string, (string, Stimulus)> act)
    {
        if (State.Tasks.IsEmpty)
        {
            return null;
        }

        var task = State.Tasks[random.Next(State.Tasks.Length)];
        return act(task, random.Next(8) == 0 ? Somebody() : Holder(task));
    }

    private string Holder(OpenTask task) => task.Assignee ?? task.Offer.User ?? CasePlay.People.Where(person => !task.Barred.Contains(person)).OrderBy(_ => random.Next()).FirstOrDefault("guest");

    private string Somebody() => CasePlay.People[random.Next(CasePlay.People.Length)];
}
