using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>How a flowchart decides what runs next. Token mode takes its place here when it comes.</summary>
internal abstract class FlowchartMode
{
    private static readonly CounterFlow Counter = new();
    private static readonly SafeFlow Safe = new();

    /// <summary>The mode of a flowchart.</summary>
    /// <exception cref="ActivityFaultException">The mode is not executed here.</exception>
    public static FlowchartMode Of(ActivityNode flowchart) => flowchart.Mode switch
    {
        FlowMode.Counter => Counter,
        FlowMode.Safe => Safe,
        _ => throw new ActivityFaultException("Flowcharts in token mode are not executed here."),
    };

    /// <summary>Whether a container is a flowchart whose tokens are looked at as a whole before anything else runs.</summary>
    public static bool Settles(ActivityNode container) => container is { Type: ActivityTypes.Flowchart, Mode: FlowMode.Safe };

    /// <summary>Lets the flowchart begin.</summary>
    public abstract void Begin(Run run, Frame flowchart);

    /// <summary>An activity has completed with outcomes.</summary>
    public abstract void OnCompleted(Run run, Frame flowchart, Frame child, ImmutableArray<string> outcomes);

    /// <summary>An activity was cancelled.</summary>
    public abstract void OnCancelled(Run run, Frame flowchart, Frame child);

    /// <summary>Follows a port beside the running flow.</summary>
    public abstract void FirePort(Run run, Frame flowchart, ActivityNode source, string port);

    /// <summary>Looks at all tokens together.</summary>
    public virtual void Settle(Run run, Frame flowchart)
    {
    }

    /// <summary>When nothing runs or waits any more: lets one of the merges that wait for each other run.</summary>
    public virtual bool TryBreakTie(Run run, Frame flowchart) => false;
}
