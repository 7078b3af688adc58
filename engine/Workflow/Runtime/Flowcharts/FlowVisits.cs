using System.Collections.Immutable;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>Counter mode's memory of one run of a flowchart: how often its activities and connections were visited.</summary>
internal sealed class FlowVisits(int[] activities, int[] connections)
{
    /// <summary>How often each activity was visited, by position.</summary>
    public ImmutableArray<int> Activities => [.. activities];

    /// <summary>How often each connection was visited, by position; negative when the last visit did not follow it.</summary>
    public ImmutableArray<int> Connections => [.. connections];

    /// <summary>Nothing visited yet.</summary>
    public static FlowVisits New(int activities, int connections) => new(new int[activities], new int[connections]);

    /// <summary>The memory as it was kept.</summary>
    public static FlowVisits Of(ImmutableArray<int> activities, ImmutableArray<int> connections) => new([.. activities], [.. connections]);

    /// <summary>Visits an activity.</summary>
    public void VisitActivity(int activity) => activities[activity]++;

    /// <summary>Visits a connection.</summary>
    public void VisitConnection(int connection, bool isFollowed)
    {
        var count = Count(connection) + 1;
        connections[connection] = isFollowed ? count : -count;
    }

    /// <summary>How often an activity was visited.</summary>
    public int Of(int activity) => activities[activity];

    /// <summary>How often a connection was visited.</summary>
    public int Count(int connection) => Math.Abs(connections[connection]);

    /// <summary>Whether its last visit followed it.</summary>
    public bool IsFollowed(int connection) => connections[connection] > 0;
}
