using System.Collections.Immutable;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Linting.Rules;

namespace ApprovalEngine.Workflow.Linting;

/// <summary>Finds in a definition what would go wrong when it runs. Errors block publishing, warnings do not.</summary>
public static class Linter
{
    private static readonly Func<LintFlow, IEnumerable<Finding>>[] Rules =
    [
        IdentityRules.Check, TypeRules.Check, ExpressionRules.Check, InputRules.Check, TaskRules.Check, ClockRules.Check,
        ConnectionRules.Check, DeadEndRules.Check, ClosingRules.Check, SafeModeRules.Check, CounterModeRules.Check,
        TokenModeRules.Check, EndRules.Check, KeepingRules.Check, IncidentRules.Check, TriggerRules.Check, DefinitionRules.Check, ElsaRules.Check, StepLimitRules.Check,
    ];

    /// <summary>Every finding, in the order of the document.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="context">What is known besides.</param>
    public static ImmutableArray<Finding> Check(FlowDefinition definition, LintContext? context = null)
    {
        LintFlow flow;
        try
        {
            flow = new LintFlow(definition, context ?? LintContext.None);
        }
        catch (FlowFormatException fault)
        {
            return [new Finding(FindingSeverity.Error, FindingCodes.BrokenForm, null, FindingTexts.Of(FindingCodes.BrokenForm).With(fault.Path, fault.Message))];
        }

        return [.. Rules.SelectMany(rule => rule(flow)).OrderBy(finding => flow.PositionOf(finding.ActivityId))];
    }
}
