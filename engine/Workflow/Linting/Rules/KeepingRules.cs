using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>Values that Elsa's modes lose over a wait (conformance points 17 to 19): written before it, read behind it, and not kept.</summary>
internal static class KeepingRules
{
    public static IEnumerable<Finding> Check(LintFlow flow) => flow.Root.Mode == FlowMode.Safe ? [] : Lost(flow);

    /// <summary>What is lost where the flow runs in one of Elsa's modes.</summary>
    public static IEnumerable<Finding> Lost(LintFlow flow)
    {
        var reachable = flow.Reachable.ToList();
        var waits = reachable.Where(Waiting.Is).ToList();
        return waits.Count == 0 ? [] : [.. Variables(flow, reachable, waits), .. Inputs(flow, reachable, waits), .. Outputs(reachable, waits)];
    }

    private static IEnumerable<Finding> Variables(LintFlow flow, List<ActivityNode> reachable, List<ActivityNode> waits)
    {
        var order = new FlowOrder();
        foreach (var variable in flow.Definition.Variables.Concat(reachable.SelectMany(node => node.Variables)).Where(variable => !variable.IsKept))
        {
            var written = reachable.Where(node => DataUse.Writes(node, variable)).ToList();
            var readers = written.Count == 0 ? [] : reachable.Where(node => DataUse.Reads(node, variable)).ToList();

            // A wait whose own result goes to the variable writes it behind the wait.
            var loses = waits.Where(wait => !written.Contains(wait) && written.Exists(writer => order.CanFollow(writer, wait))).ToList();
            if (readers.Find(reader => loses.Exists(wait => order.CanFollow(wait, reader))) is { } lost)
            {
                yield return LintFlow.Warning(FindingCodes.VariableNotKept, lost, variable.Name);
            }
        }
    }

    private static IEnumerable<Finding> Inputs(LintFlow flow, List<ActivityNode> reachable, List<ActivityNode> waits)
    {
        var order = new FlowOrder();
        return from input in flow.Definition.Inputs
               where !input.IsKept
               let lost = reachable.Find(node => DataUse.ReadsInput(node, input.Name) && waits.Exists(wait => order.CanFollow(wait, node)))
               where lost is not null
               select LintFlow.Warning(FindingCodes.InputNotKept, lost, input.Name);
    }

    private static IEnumerable<Finding> Outputs(List<ActivityNode> reachable, List<ActivityNode> waits)
    {
        var order = new FlowOrder();
        var readers = reachable.Where(reader => reader.Inputs.Values.Any(input => input.Expression?.Value?.ToJsonString(FlowValue.Deep).Contains("getOutputFrom", StringComparison.Ordinal) == true)).ToList();
        return from reader in readers
               let lost = reachable.Find(source => DataUse.ReadsOutput(reader, source) && waits.Exists(wait => wait != source && order.CanFollow(source, wait) && order.CanFollow(wait, reader)))
               where lost is not null
               select LintFlow.Warning(FindingCodes.OutputNotKept, reader, lost.LocalId);
    }
}
