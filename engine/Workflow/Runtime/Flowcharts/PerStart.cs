using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>What is computed once a flowchart and start, and kept with the flowchart as long as that lives.</summary>
/// <param name="make">Computes it from layout and position of the start (-1 in an empty flowchart).</param>
internal sealed class PerStart<T>(Func<ActivityNode, FlowchartLayout, int, T> make)
    where T : class
{
    private readonly ConditionalWeakTable<ActivityNode, ConcurrentDictionary<string, T>> known = [];

    /// <summary>That of a flowchart which begins at the triggering activity when that is its own.</summary>
    public T Of(ActivityNode flowchart, string? trigger)
    {
        var starts = known.GetOrCreateValue(flowchart);
        return starts.TryGetValue(trigger ?? "", out var found) ? found : starts.GetOrAdd(trigger ?? "", _ => Make(flowchart, trigger));
    }

    private T Make(ActivityNode flowchart, string? trigger)
    {
        var layout = new FlowchartLayout(flowchart);
        return make(flowchart, layout, FlowchartStart.Of(flowchart, trigger) is { } start ? layout.Of(start) : -1);
    }
}
