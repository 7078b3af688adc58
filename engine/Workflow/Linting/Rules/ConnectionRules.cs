using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>Ports and connections that do not fit together.</summary>
internal static class ConnectionRules
{
    public static IEnumerable<Finding> Check(LintFlow flow) =>
        flow.Flowcharts.SelectMany(flowchart => flowchart.Children.GetValueOrDefault("activities", [])
            .Where(flow.IsReachable)
            .SelectMany(activity => Ports(flowchart, activity))
            .Concat(Lost(flowchart)));

    private static IEnumerable<Finding> Ports(ActivityNode flowchart, ActivityNode activity)
    {
        var connected = flowchart.Connections.Where(connection => connection.Source == activity).Select(connection => connection.Port).ToHashSet();
        if (ActivityPorts.Of(activity) is not { } ports)
        {
            yield break;
        }

        foreach (var port in connected.Where(port => ports.All(known => known.Name != port)))
        {
            yield return LintFlow.Warning(FindingCodes.PortUnknown, activity, port);
        }

        // A single way on that leads nowhere is where the flow ends; a script's Done stands in for outcomes it does not set.
        var outcomes = ports.Where(port => !port.IsBeside && !(activity.Type == "Elsa.RunJavaScript" && port.Name == "Done")).ToList();
        foreach (var port in outcomes.Where(port => !connected.Contains(port.Name) && (outcomes.Count > 1 || port.Name != "Done")))
        {
            yield return LintFlow.Warning(FindingCodes.OutcomeUnconnected, activity, port.Name);
        }
    }

    private static IEnumerable<Finding> Lost(ActivityNode flowchart) =>
        (flowchart.CustomProperty("notFoundConnections") as JsonArray ?? []).OfType<JsonObject>()
            .Select(lost => LintFlow.Warning(FindingCodes.ConnectionLost, flowchart, Connections.End(lost, "source"), Connections.End(lost, "target")));
}
