using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Calendars;

namespace ApprovalEngine.Workflow.Tests.ShippedFlows;

/// <summary>A case whose people answer, return and tarry at random; every state goes through its stored form.</summary>
internal sealed class RandomWalk(string id, Random random)
{
    private static readonly string[] People = ["mei", "wang", "li", "zhao", "chen"];

    // Compiled once, as in the product.
    private static readonly ConcurrentDictionary<string, CompiledFlow> Compiled = new();

    private readonly CompiledFlow flow = Compiled.GetOrAdd(id, static id => CompiledFlow.Compile(Shipped.Definition(id)));
    private readonly CaseFacts facts = new()
    {
        Number = "C-1",
        ReceivedAt = China.At("2025-03-10 10:00"),
        LegalLimit = Limit.Days(Shipped.Limits(id).Legal),
        PromisedLimit = Limit.Days(Shipped.Limits(id).Promised),
        Unit = "U0",
        Window = "W1",
        ReceivedBy = "clerk",
    };

    private DateTimeOffset now = China.At("2025-03-10 10:00");

    public FlowState State { get; private set; } = FlowState.New;

    public List<int> Sizes { get; } = [];

    /// <summary>Bytes that each step of the flow allocated, without its stored forms.</summary>
    public List<long> Allocated { get; } = [];

    /// <summary>Walks until the flow ends; after a hundred turns people neither return nor tarry any more.</summary>
    public IEnumerable<FlowState> Steps()
    {
        Do("clerk", new Stimulus.Start());
        yield return State;
        for (var turn = 0; State.Status == FlowStatus.Running && turn < 1000; turn++)
        {
            Turn(isLate: turn > 100);
            yield return State;
        }
    }

    private void Turn(bool isLate)
    {
        now = now.AddHours(random.Next(1, 9));
        var chance = isLate ? 1 : random.NextDouble();
        if (State.Timers.MinBy(timer => timer.DueAt) is { } timer && (timer.DueAt <= now || chance < 0.1 || State.Tasks.IsEmpty && State.Calls.IsEmpty))
        {
            now = timer.DueAt > now ? timer.DueAt : now;
            Do("system/timers", new Stimulus.TimerDue(timer.Key));
        }
        else if (chance < 0.2)
        {
            var ran = flow.Activities.Values.Where(activity => State.Ran.Contains(activity.Index)).ToList();
            Do("mei", new Stimulus.ReturnTo(ran[random.Next(ran.Count)].Id));
        }
        else if (!State.Calls.IsEmpty)
        {
            Do("system/outbox", new Stimulus.ServiceAnswered(State.Calls[0].Id, isLate || random.Next(2) == 0));
        }
        else
        {
            var task = State.Tasks[random.Next(State.Tasks.Length)];
            var able = People.Except(task.Barred).ToList();
            Do(task.Assignee ?? able[random.Next(able.Count)], new Stimulus.CompleteTask(task.Id, task.Outcomes[isLate ? 0 : random.Next(task.Outcomes.Length)]));
        }
    }

    private void Do(string actor, Stimulus stimulus)
    {
        var context = new FlowContext
        {
            Now = now,
            Actor = actor,
            Calendar = China.Calendar,
            Case = facts,
            Seed = 7,
            InstanceId = "case-1",
            Facts = new JsonObject { ["form"] = new JsonObject(), ["applicant"] = new JsonObject { ["name"] = "王" }, ["item"] = new JsonObject { ["code"] = "x" }, ["caseNumber"] = "C-1", ["unit"] = "U0" },
        };
        try
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var moved = Interpreter.Advance(flow, State, stimulus, context).State;
            Allocated.Add(GC.GetAllocatedBytesForCurrentThread() - before);
            var json = FlowStateJson.Write(moved);
            State = FlowStateJson.Read(json);
            Sizes.Add(System.Text.Encoding.UTF8.GetByteCount(json));
        }
        catch (ActRefusedException refused) when (refused.Code == "ReturnNotPossible")
        {
            // Not every step that has run can be returned to; the walk goes on from where it stood.
        }
    }
}
