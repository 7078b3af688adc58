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
    ];

    /// <summary>The report, in the order of the document; empty where all of it runs as it is meant.</summary>
    public static ImmutableArray<Finding> Of(FlowDefinition definition)
    {
        var findings = Linter.Check(definition).Where(finding => Codes.Contains(finding.Code)).ToList();
        if (findings.Exists(finding => finding.Code == FindingCodes.BrokenForm))
        {
            return [.. findings];
        }

        var flow = new LintFlow(definition, LintContext.None);
        return [.. findings.Concat(flow.All.SelectMany(node => Of(flow, node))).OrderBy(finding => flow.PositionOf(finding.ActivityId))];
    }

    private static IEnumerable<Finding> Of(LintFlow flow, ActivityNode node)
    {
        if (!ActivityTypes.Executed.Contains(node.Type))
        {
            yield return flow.IsReachable(node)
                ? LintFlow.Error(FindingCodes.NotExecutedHere, node, node.Type)
                : LintFlow.Warning(FindingCodes.NotExecutedHere, node, node.Type);
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
