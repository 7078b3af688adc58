using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using ApprovalEngine.Workflow.Runtime;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>Tasks that nobody would be offered, and steps that are named and do not exist.</summary>
internal static class TaskRules
{
    private static readonly string[] Who = ["unit", "role", "post", "person", "personOfStep"];

    public static IEnumerable<Finding> Check(LintFlow flow) =>
        flow.Reachable.SelectMany(node => Candidates(flow, node).Concat(Steps(flow, node)));

    private static IEnumerable<Finding> Candidates(LintFlow flow, ActivityNode node)
    {
        var isOffered = node.Type switch
        {
            // Windows accept and take corrections in by default; who reviews must be said.
            "Approval.AcceptApplication" or "Approval.Correction" => true,
            "Approval.ReviewTask" or "Approval.SpecialProcedure" => Who.Any(input => LiteralInputs.IsGiven(node, input)),
            "Approval.Countersign" => LiteralInputs.IsGiven(node, "seats") && LiteralInputs.Texts(node, "seats") is null or { IsEmpty: false },
            _ => true,
        };
        return isOffered && Offers(node).All(offer => flow.Context.HasCandidates?.Invoke(offer) ?? true)
            ? []
            : [LintFlow.Error(FindingCodes.NoCandidates, node)];
    }

    // Only what stands in the document; a unit that is left out is the case's own.
    private static IEnumerable<TaskOffer> Offers(ActivityNode node)
    {
        if (Who.Any(input => LiteralInputs.IsComputed(node, input)) || LiteralInputs.IsGiven(node, "personOfStep"))
        {
            return [];
        }

        var role = LiteralInputs.Text(node, "role") ?? (node.Type is "Approval.AcceptApplication" or "Approval.Correction" ? "WindowClerk" : "Reviewer");
        var post = LiteralInputs.Text(node, "post");
        return node.Type switch
        {
            "Approval.AcceptApplication" or "Approval.Correction" or "Approval.ReviewTask" or "Approval.SpecialProcedure" =>
                [new TaskOffer(LiteralInputs.Text(node, "unit"), role, post, LiteralInputs.Text(node, "person"))],
            "Approval.Countersign" => (LiteralInputs.Texts(node, "seats") ?? []).Select(seat => seat.StartsWith("user:", StringComparison.Ordinal)
                ? new TaskOffer(User: seat["user:".Length..])
                : new TaskOffer(seat, role, post)),
            _ => [],
        };
    }

    private static IEnumerable<Finding> Steps(LintFlow flow, ActivityNode node)
    {
        var named = LiteralInputs.Text(node, "personOfStep") is { Length: > 0 } step ? [("personOfStep", step)] : Enumerable.Empty<(string Input, string Step)>();
        return named.Concat((LiteralInputs.Texts(node, "barredSteps") ?? []).Select(barred => ("barredSteps", barred)))
            .Where(pair => node.Type.StartsWith("Approval.", StringComparison.Ordinal) && !flow.ById.ContainsKey(pair.Item2))
            .Select(pair => LintFlow.Error(FindingCodes.StepUnknown, node, pair.Item1, pair.Item2));
    }
}
