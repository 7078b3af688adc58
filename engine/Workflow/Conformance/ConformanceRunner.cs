using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Conformance;

/// <summary>Runs cases of the conformance files: between two steps the state goes through its stored form, as in a database.</summary>
public static class ConformanceRunner
{
    // Any instant: the cases know no time.
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Runs one case.</summary>
    /// <param name="case">The case.</param>
    /// <param name="store">Takes a state's JSON and gives it back as it was stored; null for memory only.</param>
    public static ConformanceResult Run(ConformanceCase @case, Func<string, string>? store = null)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return new ConformanceResult(@case.Name, @case.Mode, @case.IsDefect, Difference(@case, store ?? (json => json)));
    }

    private static string? Difference(ConformanceCase @case, Func<string, string> store)
    {
        var flow = Compile(@case);
        var state = FlowState.New;
        var steps = new List<Transition>();
        foreach (var next in Stimuli(@case))
        {
            // As a fresh process would: nothing of the step before but its stored state.
            flow = Compile(@case);
            var transition = Interpreter.Advance(flow, state, next(state), TrialContext.At(Now));
            steps.Add(transition);
            state = FlowStateJson.Read(store(FlowStateJson.Write(transition.State)));
        }

        return Comparison.FirstDifference(@case.Expected, ConformanceAnswer.Of(flow, steps, state));
    }

    private static CompiledFlow Compile(ConformanceCase @case) => CompiledFlow.Compile(FlowDefinition.Parse(@case.DefinitionText), @case.Mode, @case.Other);

    private static IEnumerable<Func<FlowState, Stimulus>> Stimuli(ConformanceCase @case)
    {
        yield return _ => new Stimulus.Start(@case.Inputs, @case.CorrelationId, @case.TriggerActivityId);
        foreach (var resume in @case.Resumes)
        {
            yield return resume.In;
        }
    }
}
