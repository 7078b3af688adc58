using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Linting;

/// <summary>What of a definition from elsewhere does not run here, or runs otherwise, and why. Nothing of it is lost: the document keeps all.</summary>
public static class InterchangeReport
{
    // What concerns the language of the definition rather than what is drawn with it.
    private static readonly HashSet<string> Codes =
    [
        FindingCodes.BrokenForm, FindingCodes.DuplicateId,
        FindingCodes.ExpressionDoesNotParse, FindingCodes.ExpressionNotExecutedHere, FindingCodes.ConnectionLost,
        FindingCodes.DestinationNotAllowed, FindingCodes.DefinitionUsesItself, FindingCodes.DefinitionUnknown, FindingCodes.DefinitionComputed, FindingCodes.ExecutedAsksPeople, FindingCodes.ExecutedIsLost,
    ];

    /// <summary>The report, in the order of the document; empty where all of it runs as it is meant.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="context">What is known besides: the definitions that it may use.</param>
    public static ImmutableArray<Finding> Of(FlowDefinition definition, LintContext? context = null)
    {
        context ??= LintContext.None;
        var findings = Linter.Check(definition, context).Where(finding => Codes.Contains(finding.Code)).ToList();
        if (findings.Exists(finding => finding.Code == FindingCodes.BrokenForm))
        {
            return [.. findings];
        }

        var flow = new LintFlow(definition, context);
        return [.. findings.Concat(flow.All.SelectMany(node => Of(flow, node))).OrderBy(finding => flow.PositionOf(finding.ActivityId))];
    }

    private static IEnumerable<Finding> Of(LintFlow flow, ActivityNode node)
    {
        if (!ActivityTypes.Executed.Contains(node.Type) && node.Used is null)
        {
            // What a flow uses that comes back to itself is not looked into: nothing is known of it.
            if (flow.Cycle is null)
            {
                yield return NotExecuted.Of(flow.IsReachable(node) ? FindingSeverity.Error : FindingSeverity.Warning, node);
            }

            yield break;
        }

        if (IsSet(node.CustomProperty("runAsynchronously")))
        {
            yield return LintFlow.Warning(FindingCodes.RunsWithinTheStep, node);
        }

        if (node.CanStart && node.Type != "Elsa.Start")
        {
            yield return LintFlow.Warning(FindingCodes.StartsNothing, node);
        }
    }

    private static bool IsSet(JsonNode? flag) => flag?.GetValueKind() == JsonValueKind.True;
}
