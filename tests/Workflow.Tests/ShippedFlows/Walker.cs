using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Calendars;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;
using ApprovalEngine.Workflow.Tests.Calendars;

namespace ApprovalEngine.Workflow.Tests.ShippedFlows;

/// <summary>
/// Walks a flow until every outcome of every activity has been taken: at each wait it does what has been done least there, and lets a
/// timer fire or time pass now and then, so that silence, due dates, step limits and ends of stops are met too.
/// </summary>
internal sealed class Walker
{
    private const int Walks = 600;
    private const int StepsAWalk = 400;

    private readonly CompiledFlow flow;
    private readonly string id;
    private readonly Dictionary<(string Activity, string Act), int> taken = [];
    private readonly HashSet<(string Activity, string Port)> followed = [];

    private Walker(string id)
    {
        this.id = id;
        flow = CompiledFlow.Compile(Shipped.Definition(id));
    }

    public List<string> Stuck { get; } = [];

    public HashSet<string> Incidents { get; } = [];

    public HashSet<Decision> Decisions { get; } = [];

    public int UnfinishedWalks { get; private set; }

    /// <summary>Ports that connections leave over and that no walk has taken.</summary>
    public IEnumerable<string> Missed => flow.Root.Connections.Select(connection => (connection.Source.Id, connection.Port)).Distinct()
        .Where(port => !followed.Contains(port)).Select(port => $"{port.Id}.{port.Port}");

    public static Walker Explore(string id)
    {
        var walker = new Walker(id);
        for (var walk = 0; walk < Walks && (walk < 40 || walker.Missed.Any()); walk++)
        {
            walker.Walk(new Random(walk), isPatient: walk % 10 == 9);
        }

        return walker;
    }

    private void Walk(Random random, bool isPatient)
    {
        var at = China.At("2024-03-11 09:30");
        var facts = Facts();
        var inputs = Inputs(random);
        var state = Step(FlowState.New, new Stimulus.Start(), at, facts, inputs);
        for (var step = 0; state.Status == FlowStatus.Running; step++)
        {
            if (step == StepsAWalk)
            {
                UnfinishedWalks++;
                return;
            }

            if (Choose(state, random, step, isPatient) is not { } act)
            {
                Stuck.Add($"{id}: {FlowStateJson.Write(state)}");
                return;
            }

            at = act.At ?? at.AddHours(1);
            state = Step(state, act.Stimulus, at, facts, inputs);
        }

        if (state.Decision is { } decision)
        {
            Decisions.Add(decision);
        }
    }

    /// <summary>What has been done least often; after many steps the first outcome, so that walks come to an end.</summary>
    /// <remarks>A patient walk lets every moment come before it does anything.</remarks>
    private (Stimulus Stimulus, DateTimeOffset? At)? Choose(FlowState state, Random random, int step, bool isPatient)
    {
        var acts = state.Tasks.SelectMany(task => task.Outcomes.Select((outcome, index) => (Key: (task.ActivityId, outcome), Rank: index, Act: (Stimulus)new Stimulus.CompleteTask(task.Id, outcome), At: (DateTimeOffset?)null)))
            .Concat(state.Calls.SelectMany(call => new[] { true, false }.Select((good, index) => (Key: (call.ActivityId, good.ToString()), Rank: index, Act: (Stimulus)new Stimulus.ServiceAnswered(call.Id, good), At: (DateTimeOffset?)null))))
            .ToList();
        var first = state.Timers.OrderBy(timer => timer.DueAt).FirstOrDefault();
        if (first is not null && (acts.Count == 0 || (isPatient && step < 60) || random.Next(12) == 0))
        {
            return (new Stimulus.TimerDue(first.Key), first.DueAt);
        }

        if (acts.Count == 0)
        {
            return null;
        }

        var chosen = step > 60 ? acts.Where(act => act.Rank == 0).ToList()[random.Next(acts.Count(act => act.Rank == 0))]
            : random.Next(3) == 0 ? acts[random.Next(acts.Count)]
            : acts.OrderBy(act => taken.GetValueOrDefault(act.Key)).ThenBy(_ => random.Next()).First();
        taken[chosen.Key] = taken.GetValueOrDefault(chosen.Key) + 1;
        return (chosen.Act, chosen.At);
    }

    private FlowState Step(FlowState state, Stimulus stimulus, DateTimeOffset at, CaseFacts facts, JsonObject inputs)
    {
        var context = new FlowContext { Now = at, Actor = "system/walker", Calendar = China.Calendar, Case = facts, Seed = 1, InstanceId = "case", Facts = inputs.DeepClone().AsObject() };
        var transition = Interpreter.Advance(flow, state, stimulus, context);
        foreach (var effect in transition.Effects)
        {
            Note(effect);
        }

        if (stimulus is Stimulus.TimerDue)
        {
            var timer = state.Timers.Single(timer => timer.Key == ((Stimulus.TimerDue)stimulus).Key);
            followed.Add((timer.ActivityId!, timer.Kind switch { TimerKind.DueSoon => "DueSoon", TimerKind.Overdue or TimerKind.StepLimit => "Overdue", _ => "" }));
        }

        return FlowStateJson.Read(FlowStateJson.Write(transition.State));
    }

    private void Note(Effect effect)
    {
        switch (effect)
        {
            case Effect.ActivityRan ran:
                followed.UnionWith(ran.Outcomes.Select(outcome => (ran.ActivityId, outcome)));
                break;
            case Effect.IncidentRaised raised:
                Incidents.Add($"{raised.Incident.ActivityId}: {raised.Incident.Message}");
                break;
        }
    }

    private CaseFacts Facts() => new()
    {
        Number = "C-1",
        ReceivedAt = China.At("2024-03-11 09:00"),
        LegalLimit = Limit.Days(Shipped.Limits(id).Legal),
        PromisedLimit = Limit.Days(Shipped.Limits(id).Promised),
        Unit = (string)Shipped.Item(id)["unit"]!,
        ReceivedBy = "clerk",
    };

    /// <summary>A form filled in at random: choices and flags take every value, anything may be missing.</summary>
    private JsonObject Inputs(Random random)
    {
        var form = new JsonObject();
        foreach (var field in Shipped.Item(id)["form"]!["fields"]!.AsArray().Where(field => (bool)field!["required"]! || random.Next(2) == 0))
        {
            form[(string)field!["code"]!] = (string)field["type"]! switch
            {
                "Choice" => field["options"]![random.Next(field["options"]!.AsArray().Count)]!["value"]!.DeepClone(),
                "Boolean" => random.Next(2) == 0,
                "Units" => new JsonArray("YC-FZ", "YC-ZW"),
                "Integer" or "Number" or "Money" => random.Next(1, 100),
                _ => "text",
            };
        }

        return new JsonObject
        {
            ["form"] = form,
            ["applicant"] = new JsonObject { ["kind"] = "Person", ["name"] = "王" },
            ["caseNumber"] = "C-1",
            ["channel"] = "Window",
            ["unit"] = (string)Shipped.Item(id)["unit"]!,
            ["item"] = new JsonObject { ["code"] = (string)Shipped.Item(id)["code"]!, ["name"] = "item", ["kind"] = (string)Shipped.Item(id)["kind"]! },
        };
    }
}
