using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>The limits that Approval.PromiseClock states: the item's, and the promise never above the law.</summary>
internal static class ClockRules
{
    public static IEnumerable<Finding> Check(LintFlow flow)
    {
        var clocks = flow.All.Where(node => node.Type == "Approval.PromiseClock").ToList();
        var findings = clocks.SelectMany(node => Check(flow.Context.Limits, node));
        return clocks.Count == 0 ? Order(null, flow.Context.Limits?.LegalDays, flow.Context.Limits?.PromisedDays) : findings;
    }

    private static IEnumerable<Finding> Check(ItemLimits? limits, ActivityNode node)
    {
        var legal = LiteralInputs.Number(node, "legalDays");
        var promised = LiteralInputs.Number(node, "promisedDays");
        return
        [
            .. Order(node, legal ?? limits?.LegalDays, promised ?? limits?.PromisedDays),
            .. Differs(node, "legalDays", legal, limits?.LegalDays),
            .. Differs(node, "promisedDays", promised, limits?.PromisedDays),
        ];
    }

    private static IEnumerable<Finding> Order(ActivityNode? node, int? legal, int? promised) =>
        promised > legal ? [LintFlow.Error(FindingCodes.PromisedAboveLegal, node, promised, legal)] : [];

    private static IEnumerable<Finding> Differs(ActivityNode node, string input, int? literal, int? items) =>
        literal is not null && items is not null && literal != items ? [LintFlow.Error(FindingCodes.LimitDiffersFromItem, node, input, literal, items)] : [];
}
