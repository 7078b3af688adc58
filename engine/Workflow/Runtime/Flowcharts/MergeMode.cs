using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>What an activity does with tokens that reach it in token mode (<c>customProperties.mergeMode</c>).</summary>
internal enum MergeMode
{
    /// <summary>Runs unless a token is still on its way to one of the activities directly before it; also what no mode means.</summary>
    Stream,

    /// <summary>Runs once a token waits on every forward inbound connection.</summary>
    Merge,

    /// <summary>Runs once a token waits on every inbound connection, those that lead back too.</summary>
    Converge,

    /// <summary>Runs at the first arrival and blocks the other forward inbound connections once each.</summary>
    Cascade,

    /// <summary>Like Cascade, and cancels what waits before it.</summary>
    Race,
}

/// <summary>Reads merge modes.</summary>
internal static class MergeModes
{
    /// <summary>The merge mode of an activity. A FlowJoin has none of its own: WaitAny counts as Race, anything else as Merge (conformance point 16).</summary>
    public static MergeMode Of(Run run, Frame flowchart, ActivityNode activity)
    {
        if (activity.Type == JoinModes.Join)
        {
            return JoinModes.Of(run, flowchart, activity) == JoinMode.WaitAny ? MergeMode.Race : MergeMode.Merge;
        }

        return Enum.TryParse<MergeMode>(activity.CustomProperty("mergeMode")?.ToString(), ignoreCase: true, out var mode) ? mode : MergeMode.Stream;
    }
}
