using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Migration;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Calendars;

namespace ApprovalEngine.Workflow.Tests.Activities;

/// <summary>A case driven as the shell drives it: what fell due comes before each act, and every state goes through its JSON.</summary>
internal sealed class LiveCase
{
    private CompiledFlow flow;
    private readonly CaseFacts facts;

    public LiveCase(FlowText text, string receivedAt = "2025-03-10 10:00", int promised = 5, int legal = 20)
    {
        flow = CompiledFlow.Compile(FlowDefinition.Parse(text.Json()));
        facts = new CaseFacts
        {
            Number = "C-1",
            ReceivedAt = China.At(receivedAt),
            LegalLimit = Limit.Days(legal),
            PromisedLimit = Limit.Days(promised),
            Unit = "U0",
            ReceivedBy = "clerk",
        };
        Apply(facts.ReceivedAt, "clerk", new Stimulus.Start());
    }

    public FlowState State { get; private set; } = FlowState.New;

    public List<Effect> Effects { get; } = [];

    public JsonObject? Form { get; init; }

    /// <summary>For whom the next acts are done; null for oneself.</summary>
    public string? OnBehalfOf { get; set; }

    public CompiledFlow Flow => flow;

    /// <summary>The one open task of an activity.</summary>
    public OpenTask Task(string activity, string? seat = null) => State.Tasks.Single(task => task.ActivityId == activity && (seat is null || task.Seat == seat));

    public bool IsOpen(string activity) => State.Tasks.Any(task => task.ActivityId == activity);

    public LiveCase Answer(string activity, string outcome, string at, string by = "reviewer", string? seat = null, JsonObject? data = null) =>
        Act(at, by, new Stimulus.CompleteTask(TaskAt(activity, seat, at).Id, outcome, data));

    public LiveCase Act(string at, string by, Stimulus stimulus)
    {
        Pass(at);
        return Apply(China.At(at), by, stimulus);
    }

    /// <summary>Time goes by: timers fire at their moments, in due order.</summary>
    public LiveCase Pass(string until)
    {
        while (State.Timers.Where(timer => timer.DueAt <= China.At(until)).OrderBy(timer => timer.DueAt).ThenBy(timer => timer.Key).FirstOrDefault() is { } timer)
        {
            Apply(timer.DueAt, "system/timers", new Stimulus.TimerDue(timer.Key));
        }

        return this;
    }

    /// <summary>Goes on in another version.</summary>
    public LiveCase Migrate(string at, FlowText text, MigrationMapping? mapping = null)
    {
        Pass(at);
        var plan = PlanTo(text, mapping);
        flow = plan.To;
        return Apply(China.At(at), "admin", new Stimulus.Migrate(plan));
    }

    /// <summary>What going on in another version would do.</summary>
    public MigrationPreview Preview(string at, FlowText text, MigrationMapping? mapping = null) =>
        MigrationPreview.Of(PlanTo(text, mapping), State, Context(at, "admin"));

    private MigrationPlan PlanTo(FlowText text, MigrationMapping? mapping) =>
        new(flow, CompiledFlow.Compile(FlowDefinition.Parse(text.Json())), mapping ?? MigrationMapping.SameIds);

    private OpenTask TaskAt(string activity, string? seat, string at)
    {
        Pass(at);
        return Task(activity, seat);
    }

    public FlowContext Context(string at, string actor) => Context(China.At(at), actor);

    private FlowContext Context(DateTimeOffset at, string actor) =>
        new() { Now = at, Actor = actor, OnBehalfOf = OnBehalfOf, Calendar = China.Calendar, Case = facts, Seed = 7, InstanceId = "case-1", Facts = Form is null ? null : new JsonObject { ["form"] = Form.DeepClone() } };

    private LiveCase Apply(DateTimeOffset at, string actor, Stimulus stimulus)
    {
        var transition = Interpreter.Advance(flow, State, stimulus, Context(at, actor));
        State = FlowStateJson.Read(FlowStateJson.Write(transition.State));
        Effects.AddRange(transition.Effects);
        return this;
    }
}
