using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Migration;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Calendars;
using ApprovalEngine.Workflow.Tests.Runtime;

namespace ApprovalEngine.Workflow.Tests.Properties;

/// <summary>
/// A case that lives in memory, beside it the same case that goes through its stored form at each step, the reference rules, and the
/// rows that a shell keeps by the effects alone. Every act, accepted or refused, is checked by <see cref="CaseChecks"/>.
/// </summary>
internal sealed class CasePlay
{
    public static readonly string[] People = ["mei", "wang", "li", "zhao", "chen", "clerk", "lin", "sun"];

    private readonly CaseFacts facts;
    private FlowState stored = FlowState.New;
    private (CompiledFlow Flow, ReferenceGraph Graph) other;

    public CasePlay(CaseDrawing drawing, Random random)
    {
        Drawing = drawing;
        Flow = drawing.Draft.Compile(drawing.Used);
        Graph = new ReferenceGraph(drawing.Draft, "flow-1");
        other = Version(drawing.Draft, drawing, Graph, random);
        Rules = new ReferenceRules(Graph);
        Calendar = RandomCalendar.Draw(random);
        Now = China.At("2025-01-02 10:00").AddHours(random.Next(24 * 300));
        facts = new CaseFacts { Number = "C-1", ReceivedAt = Now, LegalLimit = Limit.Days(random.Next(5, 40)), PromisedLimit = Limit.Days(random.Next(30)), Unit = "U0", ReceivedBy = "clerk" };
    }

    public CaseDrawing Drawing { get; }

    public CompiledFlow Flow { get; private set; }

    public ReferenceGraph Graph { get; private set; }

    public ReferenceRules Rules { get; private set; }

    public WorkingCalendar Calendar { get; set; }

    public DateTimeOffset Now { get; set; }

    public FlowState State { get; private set; } = FlowState.New;

    public ShellRows Rows { get; } = new();

    /// <summary>What was done, with the states and rules before.</summary>
    public List<Entry> Journal { get; } = [];

    public List<int> Sizes { get; } = [];

    public bool IsOpen => State.Status == FlowStatus.Running;

    public sealed record Entry(CompiledFlow Flow, Stimulus Stimulus, FlowContext Context, FlowState Before, ReferenceRules RulesBefore);

    public FlowContext ContextOf(string actor, string? onBehalfOf = null) => new()
    {
        Now = Now,
        Actor = actor,
        OnBehalfOf = onBehalfOf,
        Calendar = Calendar,
        Case = facts,
        Seed = 7,
        InstanceId = "case-1",
        Facts = new JsonObject { ["form"] = new JsonObject { ["amount"] = 5 } },
    };

    /// <summary>What to read when a property does not hold: the drawing and the last acts.</summary>
    public string Story() => string.Join('\n', [
        string.Join("; ", Graph.Connections.Select(way => $"{way.Source}.{way.Port} > {way.Target}{(Graph.Backward.Contains(way) ? " (back)" : "")}")),
        .. Journal.TakeLast(5).Select(entry => $"{entry.Context.Now:s} {entry.Context.Actor}/{entry.Context.OnBehalfOf} {(entry.Stimulus is Stimulus.Withdraw ? "Withdraw" : entry.Stimulus)} on {FlowStateJson.Write(entry.Before)}"),
        FlowStateJson.Write(State)]);

    /// <summary>The step of the case's own flowchart in which an activity stands.</summary>
    public string Top(string activity)
    {
        var node = Flow.Activities[activity];
        while (node.Parent is { Parent: not null })
        {
            node = node.Parent;
        }

        return node.Id;
    }

    /// <summary>A return into a container that goes on as it stood is the container's own matter (safe rule 8).</summary>
    public bool StaysInside(FlowState before, FlowState after, string activity) =>
        Top(activity) is var top && top != activity && before.Frames.Any(frame => frame.ActivityId == top && after.Frames.Any(other => other.Id == frame.Id));

    /// <summary>The case goes on in the other version of its flow.</summary>
    public bool Migrate(string actor)
    {
        var (from, graph) = (Flow, Graph);
        (Flow, Graph) = other;
        if (Do(actor, new Stimulus.Migrate(new MigrationPlan(from, Flow, MigrationMapping.SameIds))))
        {
            other = (from, graph);
            return true;
        }

        (Flow, Graph) = (from, graph);
        return false;
    }

    /// <summary>Does an act; false when it was refused or met nothing.</summary>
    public bool Do(string actor, Stimulus stimulus, string? onBehalfOf = null)
    {
        var (before, json) = (State, FlowStateJson.Write(State));
        var context = ContextOf(actor, onBehalfOf);
        try
        {
            var transition = Interpreter.Advance(Flow, State, stimulus, context);
            if (transition.Matched == 0)
            {
                CaseChecks.Unchanged(json, transition);
                return false;
            }

            Journal.Add(new Entry(Flow, stimulus, context, before, Rules.Copy()));
            Follow(stimulus, transition, context);
            CaseChecks.Step(this, before, stimulus, transition);
            if (stimulus is Stimulus.ReturnTo back)
            {
                CaseChecks.Returned(this, before, back, context, transition);
            }
            else if (stimulus is Stimulus.Withdraw taken)
            {
                CaseChecks.TakenBack(State, taken.To);
            }
            else if (stimulus is Stimulus.Migrate)
            {
                CaseChecks.Moved(before, transition);
            }

            return true;
        }
        catch (ActRefusedException)
        {
            return false;
        }
        finally
        {
            CaseChecks.Untouched(json, before);
        }
    }

    private void Follow(Stimulus stimulus, Transition transition, FlowContext context)
    {
        var before = State;
        State = transition.State;
        var json = FlowStateJson.Write(State);
        Sizes.Add(System.Text.Encoding.UTF8.GetByteCount(json));
        var again = Interpreter.Advance(Flow, stored, stimulus is Stimulus.Withdraw back ? new Stimulus.Withdraw(FlowStateJson.Read(FlowStateJson.Write(back.To))) : stimulus, context);
        stored = FlowStateJson.Read(FlowStateJson.Write(again.State));
        CaseChecks.Same(json, FlowStateJson.Write(stored), "a state goes through its stored form unchanged");
        Rows.Apply(transition.Effects);
        if (stimulus is Stimulus.Withdraw taken)
        {
            Rules = Journal.Last(entry => ReferenceEquals(entry.Before, taken.To)).RulesBefore.Copy();
        }
        else
        {
            Rules.MoveTo(Graph);
            new RulesDriver(this).Move(before, stimulus, transition);
        }
    }

    /// <summary>Lines come where no token ever stands, so that every token of either version has its place in the other.</summary>
    private static (CompiledFlow Flow, ReferenceGraph Graph) Version(FlowDraft first, CaseDrawing drawing, ReferenceGraph graph, Random random)
    {
        var next = first.WithLinesOn([.. graph.Forward.Where(way => !graph.Merges.Contains(way.Target) && random.Next(3) == 0)]);
        return (next.Compile(drawing.Used), new ReferenceGraph(next, graph.Name));
    }
}
