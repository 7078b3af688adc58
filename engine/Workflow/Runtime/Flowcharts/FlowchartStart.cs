using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Runtime.Flowcharts;

/// <summary>Where a flowchart begins. The JSON's own <c>start</c> has no effect (conformance point 1).</summary>
internal static class FlowchartStart
{
    /// <summary>The activity to begin with; null in an empty flowchart.</summary>
    /// <param name="flowchart">The flowchart.</param>
    /// <param name="trigger">The activity that triggered the instance, wherever it stands.</param>
    public static ActivityNode? Of(ActivityNode flowchart, string? trigger = null)
    {
        var activities = flowchart.Children.GetValueOrDefault("activities", []);
        var targets = flowchart.Connections.Select(connection => connection.Target).ToHashSet();
        return activities.FirstOrDefault(activity => activity.Id == trigger)
            ?? activities.FirstOrDefault(activity => activity.Type == "Elsa.Start")
            ?? activities.FirstOrDefault(activity => activity.CanStart)
            ?? activities.FirstOrDefault(activity => !targets.Contains(activity))
            ?? activities.FirstOrDefault();
    }
}
