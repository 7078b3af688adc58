using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Calendars;

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

    public CasePlay(CaseDrawing drawing, Random random)
    {
        Drawing = drawing;
        Flow = drawing.Draft.Compile();
        Graph = new ReferenceGraph(drawing.Draft, "flow-1");
        Rules = new ReferenceRules(Graph);
        Calendar = RandomCalendar.Draw(random);
        Now = China.At("2025-01-02 10:00").AddHours(random.Next(24 * 300));
        facts = new CaseFacts { Number = "C-1", ReceivedAt = Now, LegalLimit = Limit.Days(random.Next(5, 40)), PromisedLimit = Limit.Days(random.Next(30)), Unit = "U0", ReceivedBy = "clerk" };
    }

    public CaseDrawing Drawing { get; }

    public CompiledFlow Flow { get; }

    public ReferenceGraph Graph { get; }

    public ReferenceRules Rules { get; private set; }

    public WorkingCalendar Calendar { get; set; }

    public DateTimeOffset Now { get; set; }

    public FlowState State { get; private set; } = FlowState.New;

    public ShellRows Rows { get; } = new();

    /// <summary>What was done, with the states and rules before.</summary>
    public List<Entry> Journal { get; } = [];

    public List<int> Sizes { get; } = [];

    public bool IsOpen => State.Status == FlowStatus.Running;

    public sealed record Entry(Stimulus Stimulus, FlowContext Context, FlowState Before, ReferenceRules RulesBefore);

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

            Journal.Add(new Entry(stimulus, context, before, Rules.Copy()));
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
            new RulesDriver(Rules).Move(before, stimulus, transition);
        }
    }
}
