using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using ApprovalEngine.Workflow.Runtime.Flowcharts;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>
/// Where token mode doubles work or hangs (conformance points 12 to 16). In the flow of an item that is an error, unless an administrator
/// has taken it upon himself by name.
/// </summary>
internal static class TokenModeRules
{
    public static IEnumerable<Finding> Check(LintFlow flow) =>
        flow.Flowcharts.Where(flowchart => flowchart.Mode == FlowMode.Token && !flowchart.Connections.IsEmpty)
            .SelectMany(flowchart => Check(new CounterWays(flowchart)))
            .Select(flow.AsHazard);

    private static IEnumerable<Finding> Check(CounterWays ways)
    {
        var partings = ways.Partings().ToList();
        for (var node = 0; node < ways.Layout.Size; node++)
        {
            var activity = ways.Layout.Activities[node];
            var inbound = ways.Graph.ForwardInbound[node];
            var mode = ModeOf(activity);
            if (mode == MergeMode.Converge && ways.Layout.Inbound[node].Length > inbound.Length)
            {
                yield return LintFlow.Warning(FindingCodes.ConvergeNeverStarts, activity);
            }
            else if (inbound.Length > 1 && mode is MergeMode.Merge or MergeMode.Converge && ways.Graph.Ancestors(node).Members().Any(choice => ways.CanPart(choice, inbound)))
            {
                yield return LintFlow.Warning(FindingCodes.TokenNeverConsumed, activity);
            }
            else if (mode is MergeMode.Cascade or MergeMode.Race && Meet(partings, inbound))
            {
                yield return LintFlow.Warning(FindingCodes.TokenNeverConsumed, activity);
            }
            else if (mode == MergeMode.Stream && Meet(partings, inbound))
            {
                yield return LintFlow.Warning(FindingCodes.MergeRunsAgain, activity);
            }
        }
    }

    /// <summary>Whether branches that run side by side come together here.</summary>
    private static bool Meet(List<CounterWays.Parting> partings, IReadOnlyList<Edge> inbound) =>
        inbound.Count > 1 && partings.Exists(parting => parting.Branches.Any(mine => parting.Branches.Any(other => mine != other
            && inbound.Any(edge => mine.Contains(edge.Source) && !other.Contains(edge.Source))
            && inbound.Any(edge => other.Contains(edge.Source) && !mine.Contains(edge.Source)))));

    /// <summary>The merge mode as the document says it; null where an expression computes it.</summary>
    private static MergeMode? ModeOf(ActivityNode activity)
    {
        if (activity.Type != JoinModes.Join)
        {
            return Enum.TryParse<MergeMode>(activity.CustomProperty("mergeMode")?.ToString(), ignoreCase: true, out var mode) ? mode : MergeMode.Stream;
        }

        return LiteralInputs.IsComputed(activity, "mode") ? null : LiteralInputs.Text(activity, "mode") is "WaitAll" or "WaitAllActive" ? MergeMode.Merge : MergeMode.Race;
    }
}
