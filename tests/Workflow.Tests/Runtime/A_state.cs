using System.Text;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Runtime;
using CsCheck;
using FluentAssertions;
using Xunit;

namespace ApprovalEngine.Workflow.Tests.Runtime;

public sealed class A_state
{
    private static readonly DateTimeOffset At = new(2026, 3, 4, 8, 15, 30, 125, TimeSpan.Zero);

    private static readonly Gen<DateTimeOffset> Instants = Gen.Long[0, 100_000_000_000_000].Select(ticks => At.AddTicks(ticks));
    private static readonly Gen<string> Texts = Gen.String[Gen.Char["abc科科é\"\\\n "], 0, 12];

    private static readonly Gen<OpenTask> Tasks = Gen.Select(Gen.Int[1, 900], Texts, Gen.Enum<TaskKind>(), Instants, Texts.Null(), Gen.Bool, (id, text, kind, at, seat, flag) => new OpenTask
    {
        Id = id,
        Frame = id + 1,
        ActivityId = "step " + text,
        Kind = kind,
        Offer = new TaskOffer(seat, flag ? "Reviewer" : null, null, flag ? text : null),
        Assignee = flag ? "mei" : null,
        Outcomes = flag ? ["Approved", text] : [],
        Seat = seat,
        OpenedAt = at,
        StepLimitDays = flag ? id : null,
        StepDueAt = flag ? at.AddDays(3) : null,
        Barred = flag ? ["wang", "li"] : [],
        Parent = flag ? id + 7 : null,
        Place = flag ? SignerPlace.After : null,
        Owner = flag ? null : text,
        Advice = flag ? [new Advice(text, "Agreed", at), new Advice("li", text, at)] : [],
        SignersAfter = flag ? [] : [text, "zhao"],
        Held = flag ? new HeldAnswer(text, seat, "Approved", seat is null ? null : new JsonObject { ["x"] = text }) : null,
        Urged = flag ? 2 : 0,
        UrgedAt = flag ? at : null,
    });

    private static readonly Gen<ClockEvent> ClockEvents = Gen.OneOf(
        Instants.Select(ClockEvent (at) => new ClockEvent.Started(at)),
        Gen.Select(Instants, Texts, Gen.Bool, ClockEvent (at, text, flag) => new ClockEvent.Stopped(at, "k" + text, flag, text, flag ? text : null, flag ? null : text, null, flag ? at : null)),
        Instants.Select(ClockEvent (at) => new ClockEvent.Resumed(at, "k")),
        Gen.Select(Instants, Gen.Int[1, 30], ClockEvent (at, days) => new ClockEvent.Extended(at, days, "reason")),
        Instants.Select(ClockEvent (at) => new ClockEvent.Restarted(at)),
        Instants.Select(ClockEvent (at) => new ClockEvent.Ended(at)));

    private static readonly Gen<Limit> Limits = Gen.OneOf(Gen.Int[0, 60].Select(Limit.Days), Instants.Select(Limit (at) => new Limit.Calendar(at)));

    [Fact]
    public void comes_back_from_its_stored_form_as_it_was() => Gen.Select(
            Tasks.Array[0, 3], Gen.Select(Instants, Limits, Limits, ClockEvents.Array[0, 5]), Gen.Enum<FlowSubStatus>(), Texts, Gen.Bool)
        .Sample((tasks, clock, subStatus, text, flag) =>
        {
            var state = FlowState.New with
            {
                SubStatus = subStatus,
                Status = subStatus > FlowSubStatus.Suspended ? FlowStatus.Finished : FlowStatus.Running,
                Tasks = [.. tasks],
                Timers = [new FlowTimer("1/step", TimerKind.StepLimit, text, At), new FlowTimer("clock", TimerKind.DueSoon, null, At)],
                Clock = flag ? new CaseClock(clock.Item1, clock.Item2, clock.Item3, [.. clock.Item4]) : null,
                Stop = flag ? new CaseStop("c3", At) : null,
                Decision = flag ? Decision.Granted : null,
                Name = flag ? text : null,
                CorrelationId = flag ? null : text,
                Incidents = [new Incident("a", "Elsa.Fault", text), new Incident("b", "Elsa.Fault", text, FaultKind.Raised)],
                Frames = [Frame(text)],
                Waits = [new Wait(3, "Elsa.Event", "e", text), new Wait(4, "Elsa.Delay", "d", null)],
                Calls = [new OpenCall(1, 5, "x")],
                Variables = None.Values.Add("v", JsonNode.Parse("{\"a\":[1,2.5,null,true]}")).Add("w", null),
                Inputs = None.Values.Add("form", text),
                Results = None.Values.Add("a/b", 3),
                ClosedScopes = None.Scopes.Add("inner", new JsonObject { ["n"] = 1 }),
                Output = None.Values.Add("o", text),
                Ran = [1, 5, 3],
                Doers = None.Doers.Add("review", ["mei", text]),
                Ports = [new PromisePorts("p", 1, flag, !flag)],
                ClosedBy = flag ? "close" : null,
                Trigger = flag ? null : "trigger",
                Counters = new Counters(7, 8, 9, 10),
            };

            var json = FlowStateJson.Write(state);
            var back = FlowStateJson.Read(json);

            FlowStateJson.Write(back).Should().Be(json);
            back.Should().BeEquivalentTo(state, options => options.RespectingRuntimeTypes().Using<JsonNode>(nodes => JsonNode.DeepEquals(nodes.Subject, nodes.Expectation).Should().BeTrue()).WhenTypeIs<JsonNode>());
        });

    [Fact]
    public void stays_below_two_kilobytes_for_a_usual_case()
    {
        var draft = new FlowDraft().Start().Fork("parting", "fire", "health", "planning").Join("meet", "WaitAll").End();
        foreach (var step in (string[])["accept", "review-1", "review-2", "opinion-fire", "opinion-health", "opinion-planning", "decide", "issue", "deliver"])
        {
            draft.Task(step);
        }

        draft.Draw("start > accept > review-1 > review-2 > parting > x".Replace(" > x", "", StringComparison.Ordinal));
        draft.Draw("parting.fire > opinion-fire > meet; parting.health > opinion-health > meet; parting.planning > opinion-planning > meet; meet > decide > issue > deliver > end");
        var trial = Trial.Of(draft).Task("accept").Task("review-1").Task("review-2").Task("opinion-fire");

        Encoding.UTF8.GetByteCount(FlowStateJson.Write(trial.State)).Should().BeLessThan(1000);
    }

    [Fact]
    public void that_does_not_know_a_member_of_a_later_version_is_still_read() =>
        FlowStateJson.Read("""{"st":"Suspended","ct":[1,2,3],"later":{"x":1}}""").Counters.Task.Should().Be(2);

    private static FrameState Frame(string text) => new()
    {
        Id = 3,
        ActivityId = text + "f",
        Parent = 1,
        CameBack = true,
        IsFaulted = true,
        Data = new JsonObject { ["due"] = 5L },
        Variables = None.Values.Add("CurrentValue", text),
        Visits = [1, 0, 2],
        Follows = [-1, 3],
        Arrived = [new Arrival(2, 1)],
    };
}
