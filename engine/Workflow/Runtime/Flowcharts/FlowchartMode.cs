using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>How a flowchart decides what runs next.</summary>
internal abstract class FlowchartMode
{
    private static readonly CounterFlow Counter = new();
    private static readonly TokenFlow Token = new();
    private static readonly SafeFlow Safe = new();

    /// <summary>The mode of a flowchart.</summary>
    public static FlowchartMode Of(ActivityNode flowchart) => flowchart.Mode switch
    {
        FlowMode.Counter => Counter,
        FlowMode.Token => Token,
        _ => Safe,
    };

    /// <summary>Whether a container is a flowchart whose tokens are looked at as a whole before anything else runs.</summary>
    public static bool Settles(ActivityNode container) => container is { Type: ActivityTypes.Flowchart, Mode: FlowMode.Safe };

    /// <summary>Lets the flowchart begin; an empty one is complete.</summary>
    public static void Begin(Run run, Frame flowchart)
    {
        if (FlowchartStart.Of(flowchart.Node, run.Trigger) is { } start)
        {
            run.Schedule(flowchart, start);
        }
        else
        {
            run.Complete(flowchart);
        }
    }

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
