using System.Diagnostics;
using System.Text.Json.Nodes;
using ApprovalEngine.Approval.Cases;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Benchmarks.Product;

/// <summary>How long the pure core takes for a step of each shipped flow.</summary>
internal static class AdvanceSpeed
{
    private const int Steps = 40;
    private const int Repetitions = 200;

    // A host runs for weeks: what the just-in-time compiler does at first is not what a step costs.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    /// <summary>Microseconds a step, for each shipped flow by its id.</summary>
    public static IEnumerable<(string Flow, double Microseconds)> Measure(CaseWorld world) => Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows", "flows"), "*.json")
        .Order(StringComparer.Ordinal)
        .Select(file => (Path.GetFileNameWithoutExtension(file), Microseconds(Walk(CompiledFlow.Compile(FlowDefinition.Parse(File.ReadAllText(file))), world))));

    private static double Microseconds(List<Action> steps)
    {
        for (var from = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(from) < WarmUp;)
        {
            Run(steps, 1);
        }

        var best = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var from = Stopwatch.GetTimestamp();
            Run(steps, Repetitions);
            best = Math.Min(best, Stopwatch.GetElapsedTime(from).TotalMicroseconds / Repetitions / steps.Count);
        }

        return best;
    }

    private static void Run(List<Action> steps, int times)
    {
        for (var i = 0; i < times; i++)
        {
            steps.ForEach(step => step());
        }
    }

    /// <summary>A case's way through a flow: its people take the outcomes in turn; calls are answered, and what waits for a moment gets it.</summary>
    private static List<Action> Walk(CompiledFlow flow, CaseWorld world)
    {
        var steps = new List<Action>();
        var (state, at) = (FlowState.New, new DateTimeOffset(2026, 3, 9, 2, 0, 0, TimeSpan.Zero));
        var receivedAt = at;
        for (var i = 0; i < Steps && state.Status == FlowStatus.Running; i++)
        {
            var (before, stimulus) = (state, Next(state, i));
            at = stimulus is Stimulus.TimerDue due ? before.Timers.Single(timer => timer.Key == due.Key).DueAt : at.AddMinutes(10);
            var context = Context(world, at, receivedAt, $"user-{i}");
            state = Interpreter.Advance(flow, before, stimulus, context).State;
            steps.Add(() => Interpreter.Advance(flow, before, stimulus, context));
        }

        return steps;
    }

    private static Stimulus Next(FlowState state, int step) => state switch
    {
        { SubStatus: FlowSubStatus.Pending } => new Stimulus.Start(),
        { Calls.IsEmpty: false } => new Stimulus.ServiceAnswered(state.Calls[0].Id, true),
        { Tasks.IsEmpty: false } when state.Tasks[0] is var task => new Stimulus.CompleteTask(task.Id, task.Outcomes[step % 5 == 4 ? task.Outcomes.Length - 1 : 0]),
        _ => new Stimulus.TimerDue(state.Timers.MinBy(timer => timer.DueAt)!.Key),
    };

    private static FlowContext Context(CaseWorld world, DateTimeOffset at, DateTimeOffset receivedAt, string actor) => new()
    {
        Now = at,
        Actor = actor,
        Calendar = world.Calendar,
        Seed = 7,
        InstanceId = "case-1",
        Case = new CaseFacts { Number = "C-1", ReceivedAt = receivedAt, LegalLimit = Workflow.Calendars.Limit.Days(20), PromisedLimit = Workflow.Calendars.Limit.Days(5), Unit = "YC-HB", ReceivedBy = "clerk" },
        Facts = new JsonObject { ["form"] = new JsonObject(), ["applicant"] = new JsonObject { ["name"] = "applicant" }, ["item"] = new JsonObject { ["code"] = "item" }, ["caseNumber"] = "C-1", ["unit"] = "YC-HB" },
    };
}
