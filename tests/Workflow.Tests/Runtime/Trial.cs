using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Conformance;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Migration;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Tests.Runtime;

/// <summary>An instance under test. Every step goes through the stored form of its state.</summary>
internal sealed class Trial(CompiledFlow flow, WorkingCalendar? calendar = null)
{
    private static readonly DateTimeOffset Morning = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public CompiledFlow Flow { get; private set; } = flow;

    public FlowState State { get; private set; } = FlowState.New;

    public DateTimeOffset Now { get; set; } = Morning;

    /// <summary>The lines of the last step.</summary>
    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>The effects of the last step.</summary>
    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    public int Matched { get; private set; }

    /// <summary>How often each activity has completed so far.</summary>
    public Dictionary<string, int> Runs { get; } = [];

    /// <summary>The activities that wait, in order.</summary>
    public IEnumerable<string> Open => State.Bookmarks.Select(place => place.ActivityId).Order();

    public static Trial Of(FlowDraft draft) => new Trial(draft.Compile()).Do(new Stimulus.Start());

    public Trial Task(string name, string result = "ok") => Do(new Stimulus.TaskResult(name, result));

    public Trial Event(string name) => Do(new Stimulus.EventReceived(name));

    public Trial Return(string activity) => Do(new Stimulus.ReturnTo(activity));

    /// <summary>Goes on in another version.</summary>
    public Trial Migrate(CompiledFlow to, MigrationMapping mapping)
    {
        var plan = new MigrationPlan(Flow, to, mapping);
        Flow = to;
        return Do(new Stimulus.Migrate(plan));
    }

    public Trial Do(Stimulus stimulus)
    {
        var context = TrialContext.At(Now, "mei");
        var transition = Interpreter.Advance(Flow, State, stimulus, context with { Calendar = calendar ?? context.Calendar });
        State = FlowStateJson.Read(FlowStateJson.Write(transition.State));
        Effects = transition.Effects;
        Matched = transition.Matched;
        Lines = [.. transition.Effects.OfType<Effect.LineWritten>().Select(line => line.Text)];
        foreach (var ran in transition.Effects.OfType<Effect.ActivityRan>())
        {
            Runs[ran.ActivityId] = Runs.GetValueOrDefault(ran.ActivityId) + 1;
        }

        return this;
    }
}
