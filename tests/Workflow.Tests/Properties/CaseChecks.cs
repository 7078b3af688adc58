using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Tests.Properties;

/// <summary>What must be true of every case after every step. Plain tests, not assertions: they run by the million.</summary>
internal static class CaseChecks
{
    public static void Holds(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException("Not so: " + what);
        }
    }

    public static void Same(string one, string other, string what) => Holds(one == other, $"{what}\n{one}\n{other}");

    public static void Unchanged(string before, Transition transition)
    {
        Same(before, FlowStateJson.Write(transition.State), "what meets nothing changes nothing");
        Holds(transition.Effects.IsEmpty, "what meets nothing has no effect");
    }

    /// <summary>A state is a value: no step, refused or not, writes into the one that it began with.</summary>
    public static void Untouched(string json, FlowState before) => Same(json, FlowStateJson.Write(before), "a step leaves the state before it as it was");

    public static void Step(CasePlay play, FlowState before, Stimulus stimulus, Transition transition)
    {
        var state = transition.State;
        Tokens(play, state);
        RowsAgree(play, state);
        Survival(play, before, stimulus, transition);
        if (state.Status == FlowStatus.Finished)
        {
            Holds(state.Tasks.Length + state.Timers.Length + state.Waits.Length + state.Calls.Length + state.Frames.Length == 0, "an ended case waits for nothing");
            return;
        }

        foreach (var frame in state.Frames.Where(frame => frame.Parent is not null))
        {
            Obligations(state, frame);
        }

        Holds(state.Tasks.All(task => state.Frames.Any(frame => frame.Id == task.Frame)), "a task stands on an activity that runs");
        foreach (var task in state.Tasks)
        {
            Signers(state, task);
        }

        Holds(stimulus is not Stimulus.TimerDue due || !state.Timers.Any(timer => timer.Key == due.Key && timer.DueAt <= play.Now), "a timer fires once");
    }

    /// <summary>A return cancels what stands on the step or forward of it and nothing else, and the preview has said so (safe rule 5).</summary>
    public static void Returned(CasePlay play, FlowState before, Stimulus.ReturnTo back, FlowContext context, Transition transition)
    {
        var preview = ReturnPreview.Of(play.Flow, before, back.ActivityId, back.TaskId, context);
        Same(List(preview.Opened.Select(Shown)), List(transition.State.Tasks.Where(task => before.Tasks.All(other => other.Id != task.Id)).Select(Shown)), "the preview names what opens");
        Same(List(preview.Kept.Select(task => $"{task.Id}")), List(before.Tasks.Where(task => transition.State.Tasks.Any(other => other.Id == task.Id)).Select(task => $"{task.Id}")), "the preview names what stays");
        if (play.StaysInside(before, transition.State, back.ActivityId))
        {
            var container = play.Top(back.ActivityId);
            Same(
                List(before.Tasks.Where(task => play.Top(task.ActivityId) != container).Select(Shown)),
                List(transition.State.Tasks.Where(task => play.Top(task.ActivityId) != container).Select(Shown)),
                "a return within a container leaves all outside as it stood");
            return;
        }

        var steps = play.Graph.AtOrAfter(play.Top(back.ActivityId));
        var gone = play.Flow.Activities.Values.Where(activity => activity.Parent is not null && steps.Contains(play.Top(activity.Id))).Select(activity => activity.Id).ToHashSet();
        var returned = transition.Effects.OfType<Effect.TaskClosed>().Where(closed => closed.End == TaskEnd.Returned).Select(closed => $"{closed.Task.Id}");
        Same(List(before.Tasks.Where(task => gone.Contains(task.ActivityId)).Select(task => $"{task.Id}")), List(returned), "a return ends what is on the step or forward of it");
        if (transition.Effects.OfType<Effect.ActivityRan>().Any())
        {
            return;
        }

        Same(
            List(before.Tasks.Where(task => !gone.Contains(task.ActivityId)).Select(Shown)),
            List(transition.State.Tasks.Where(task => before.Tasks.Any(other => other.Id == task.Id)).Select(Shown)),
            "parallel work goes on as it stood");
        // What begins anew may put out anew (a loop its current value); what was answered elsewhere stays.
        Holds(Doers(before) == Doers(transition.State), "who answered stays as history");
        Same(Results(before, gone), Results(transition.State, gone), "answers stay as history");
    }

    /// <summary>A withdrawal gives back what stood before, byte by byte, but for the numbers.</summary>
    public static void TakenBack(FlowState now, FlowState to) =>
        Same(FlowStateJson.Write(to with { Counters = now.Counters }), FlowStateJson.Write(now), "a withdrawal restores exactly");

    /// <summary>A migration moves tokens with everything they hold: nothing is asked for, done or armed again (issue, section 3).</summary>
    public static void Moved(FlowState before, Transition transition)
    {
        var after = transition.State;
        Same(List(before.Tasks.Select(Shown)), List(after.Tasks.Select(Shown)), "a migration keeps every task and its holder");
        Same(List(before.Timers.Select(timer => $"{timer.Key} {timer.Kind}")), List(after.Timers.Select(timer => $"{timer.Key} {timer.Kind}")), "a migration arms and drops no timer");
        Same(List(before.Frames.Select(frame => $"{frame.Id} {frame.ActivityId} {frame.IsFaulted}")), List(after.Frames.Select(frame => $"{frame.Id} {frame.ActivityId} {frame.IsFaulted}")), "every token has its place");
        Holds(!transition.Effects.Any(effect => effect is Effect.ActivityRan or Effect.TaskOpened or Effect.TaskClosed or Effect.ServiceCalled or Effect.ServiceCallDropped), "a migration does nothing that was done");
    }

    /// <summary>No token lost, none doubled: they stand where the rules say.</summary>
    private static void Tokens(CasePlay play, FlowState state)
    {
        var positions = play.Flow.Root.Children["activities"];
        var chart = state.Frames.Where(frame => frame.Parent is null).ToList();
        Same(List(state.Frames.Where(frame => chart.Exists(whole => whole.Id == frame.Parent)).Select(frame => frame.ActivityId)), List(play.Rules.Open), "tokens stand where the rules say");
        Same(
            List(chart.SelectMany(frame => frame.Arrived).Select(token => $"{positions[token.Source].Id}>{positions[token.Merge].Id}")),
            List(play.Rules.Arrived.Select(token => $"{token.Source}>{token.Merge}")),
            "tokens have arrived where the rules say");
        Holds((state.Status == FlowStatus.Finished) == play.Rules.IsFinished, "it ends when the rules say");
    }

    private static void RowsAgree(CasePlay play, FlowState state)
    {
        Same(List(play.Rows.Tasks.Values.Select(Shown)), List(state.Tasks.Select(Shown)), "effects tell every task");
        Same(List(play.Rows.Timers.Select(timer => $"{timer.Key} {timer.Value:O}")), List(state.Timers.Select(timer => $"{timer.Key} {timer.DueAt:O}")), "effects tell every timer");
    }

    /// <summary>An open case waits for somebody or something at each of its tokens, for everybody once.</summary>
    private static void Obligations(FlowState state, FrameState frame)
    {
        var own = state.Tasks.Where(task => task.Frame == frame.Id && task.Parent is null).ToList();
        var waits = state.Waits.Count(wait => wait.Frame == frame.Id) + state.Calls.Count(call => call.Frame == frame.Id);
        if (state.Frames.Any(inner => inner.Parent == frame.Id))
        {
            Holds(waits == 0 && own.All(task => task.Kind == TaskKind.Incident) && own.Count == (frame.IsFaulted ? 1 : 0), $"{frame.ActivityId} waits by what runs in it");
            return;
        }

        Holds(own.Count + waits > 0, $"{frame.ActivityId} waits for somebody or something");
        if (own is [{ Kind: TaskKind.Countersign }, ..])
        {
            var seats = own.Select(task => task.Seat).Concat(frame.Data!["answers"]!.AsArray().Select(answer => (string?)answer!["seat"])).ToList();
            Holds(seats.Distinct().Count() == seats.Count, $"each seat of {frame.ActivityId} is asked once");
        }
        else
        {
            Holds(own.Count + waits == 1, $"{frame.ActivityId} is one obligation");
        }

        Holds(frame.IsFaulted == own is [{ Kind: TaskKind.Incident }], "an incident has a task of an administrator, and nothing else has");
        Holds(!frame.ActivityId.StartsWith('y') || frame.IsFaulted || state.Timers.Count(timer => Timers.FrameOf(timer) == frame.Id) == 1, "a delay has its timer");
    }

    private static void Signers(FlowState state, OpenTask task)
    {
        var signers = state.Tasks.Where(part => part.Parent == task.Id).Select(part => part.Assignee).Concat(task.SignersAfter).ToList();
        Holds(signers.Distinct().Count() == signers.Count && !signers.Contains(null), $"each signer of task {task.Id} signs once");
        Holds(!signers.Contains(task.Owner ?? task.Assignee ?? task.Offer.User ?? ""), $"nobody signs beside the own answer to task {task.Id}");
        Holds(task.Held is null || signers.Count > 0, $"the held answer to task {task.Id} waits for a signer");
        Holds(task.Owner is null || (task.Assignee is not null && task.Owner != task.Assignee), $"the delegated task {task.Id} has a delegate");
        Holds(task.Assignee is null || !task.Barred.Contains(task.Assignee), $"who has task {task.Id} may answer it");
        Holds(task.Parent is null || state.Tasks.Any(other => other.Id == task.Parent && other.Parent is null), $"part {task.Id} lives with its task");
    }

    /// <summary>What people wrote and answered survives every act but a withdrawal; only an answer that takes effect, or an administrator, writes.</summary>
    private static void Survival(CasePlay play, FlowState before, Stimulus stimulus, Transition transition)
    {
        if (stimulus is Stimulus.Withdraw)
        {
            return;
        }

        var state = transition.State;
        Holds(before.Doers.Keys.All(state.Doers.ContainsKey) && before.Results.Keys.All(state.Results.ContainsKey) && Ran(play.Flow, state).IsSupersetOf(Ran(stimulus is Stimulus.Migrate move ? move.Plan.From : play.Flow, before).Where(play.Flow.Activities.ContainsKey)), "what was done stays done");
        Holds((state.Clock?.Events ?? []).Take(before.Clock?.Events.Length ?? 0).SequenceEqual(before.Clock?.Events ?? []), "the ledger of the clocks only grows");
        if (stimulus is not Stimulus.ResolveIncident && !transition.Effects.OfType<Effect.TaskClosed>().Any(closed => closed.End == TaskEnd.Completed))
        {
            Same(Values(play, before), Values(play, state), $"{stimulus} writes no variable");
            Same(Doers(before), Doers(state), $"{stimulus} answers nothing");
        }
    }

    private static string Shown(OpenTask task) =>
        $"{task.Id} {task.Kind} {task.Assignee} {task.Offer} {task.Owner} {task.Held?.Outcome} {task.Parent} {task.Urged} {string.Join(',', task.Advice)} {string.Join(',', task.SignersAfter)}";

    private static HashSet<string> Ran(CompiledFlow flow, FlowState state) => [.. flow.Activities.Values.Where(activity => state.Ran.Contains(activity.Index)).Select(activity => activity.Id)];

    private static string Results(FlowState state, HashSet<string> without) =>
        List(state.Results.Where(result => !without.Contains(result.Key.Split('/')[0])).Select(result => $"{result.Key}={result.Value?.ToJsonString()}"));

    private static string Doers(FlowState state) => List(state.Doers.Select(doers => $"{doers.Key}: {string.Join(',', doers.Value)}"));

    private static string Values(CasePlay play, FlowState state) => List(FlowVariables.Of(play.Flow, state).Select(value => $"{value.Key}={value.Value?.ToJsonString()}"));

    private static string List(IEnumerable<string> items) => string.Join('\n', items.Order(StringComparer.Ordinal));
}
