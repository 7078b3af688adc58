using ApprovalEngine.Workflow.Activities.Elsa;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>Inputs that are missing, do not fit their type, or are none of the choices.</summary>
internal static class InputRules
{
    // What has no default and without which the activity has no meaning.
    private static readonly Dictionary<string, string[]> Needed = new()
    {
        ["Approval.Correction"] = ["withinDays"],
        ["Approval.SpecialProcedure"] = ["procedure", "withinDays"],
        ["Approval.IssueDocument"] = ["template"],
        ["Approval.ExchangeData"] = ["receiver"],
        ["Approval.CloseCase"] = ["decision"],
        ["Elsa.Cron"] = ["cronExpression"],
        ["Elsa.PublishEvent"] = ["eventName"],
        [UsedDefinition.ExecuteType] = ["workflowDefinitionId"],
        [UsedDefinition.DispatchType] = ["workflowDefinitionId"],
        [UsedDefinition.BulkDispatchType] = ["workflowDefinitionId", "items"],
        ["Elsa.SendHttpRequest"] = ["url"],
        ["Elsa.FlowSendHttpRequest"] = ["url"],
    };

    public static IEnumerable<Finding> Check(LintFlow flow) => flow.Reachable.SelectMany(node => Check(flow, node));

    private static IEnumerable<Finding> Check(LintFlow flow, ActivityNode node) => [.. Missing(node), .. Unfit(node), .. Share(node), .. Moments(node), .. Destination(flow, node)];

    private static IEnumerable<Finding> Missing(ActivityNode node) =>
        Needed.GetValueOrDefault(node.Type, [])
            .Where(input => !LiteralInputs.IsGiven(node, input))
            .Select(input => LintFlow.Error(FindingCodes.InputMissing, node, input));

    private static IEnumerable<Finding> Unfit(ActivityNode node)
    {
        foreach (var input in ActivityDescriptors.Find(node.Type)?.Inputs ?? [])
        {
            if (!input.IsWrapped || !LiteralInputs.IsGiven(node, input.Property) || LiteralInputs.IsComputed(node, input.Property))
            {
                continue;
            }

            if (Fault(node, input) is { } fault)
            {
                yield return LintFlow.Error(FindingCodes.LiteralDoesNotFit, node, input.Property, input.TypeName, fault);
            }
            else if (Choices(input) is { Length: > 0 } choices && LiteralInputs.Text(node, input.Property) is { } text && !choices.Contains(text))
            {
                yield return LintFlow.Error(FindingCodes.ChoiceUnknown, node, input.Property, text, string.Join(", ", choices));
            }
        }
    }

    private static IEnumerable<Finding> Destination(LintFlow flow, ActivityNode node) =>
        node.Type is "Elsa.SendHttpRequest" or "Elsa.FlowSendHttpRequest" && LiteralInputs.Text(node, "url") is { Length: > 0 } url
            && flow.Context.MayBeAsked is { } may && !(Uri.TryCreate(url, UriKind.Absolute, out var address) && may(address))
            ? [LintFlow.Error(FindingCodes.DestinationNotAllowed, node, url)]
            : [];

    private static IEnumerable<Finding> Moments(ActivityNode node) =>
        node.Type == "Elsa.Cron" && LiteralInputs.Text(node, "cronExpression") is { Length: > 0 } cron && Cron.Read(cron) is null
            ? [LintFlow.Error(FindingCodes.LiteralDoesNotFit, node, "cronExpression", "cron", cron)]
            : [];

    private static IEnumerable<Finding> Share(ActivityNode node)
    {
        if (node.Type != "Approval.Countersign" || LiteralInputs.Text(node, "rule") != "Share")
        {
            yield break;
        }

        if (!LiteralInputs.IsGiven(node, "percent"))
        {
            yield return LintFlow.Error(FindingCodes.InputMissing, node, "percent");
        }
        else if (LiteralInputs.Number(node, "percent") is < 1 or > 100)
        {
            yield return LintFlow.Error(FindingCodes.ChoiceUnknown, node, "percent", LiteralInputs.Number(node, "percent"), "1–100");
        }
    }

    private static string? Fault(ActivityNode node, InputDescriptor input)
    {
        try
        {
            FlowValue.Convert(FlowValue.From(node.Inputs[input.Property].Expression!.Value), input.TypeName);
            return null;
        }
        catch (ExpressionException fault)
        {
            return fault.Message;
        }
    }

    // Roles and the like may be a centre's own, and what the server knows is not known here; the choices of the rest are closed.
    private static string[] Choices(InputDescriptor input) =>
        input is { UiHint: "dropdown", Name: not "Role", Source: ChoiceSource.None } ? [.. input.Choices.Select(choice => choice.Value)] : [];
}
