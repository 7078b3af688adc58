using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Descriptors;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Linting.Rules;

/// <summary>Expressions that do not parse, are never executed here, or name variables that are not there.</summary>
internal static class ExpressionRules
{
    private static readonly HashSet<string> Languages = ["Literal", "Object", "Json", "Variable", "Input", "JavaScript", "Liquid"];

    // What the shell gives every case, and loops their bodies (conformance point 26).
    private static readonly string[] CaseInputs = ["form", "applicant", "item", "caseNumber", "channel", "unit", "window"];
    private static readonly string[] LoopVariables = ["CurrentValue", "CurrentIndex"];

    public static IEnumerable<Finding> Check(LintFlow flow) =>
        flow.All.Where(node => ActivityTypes.Executed.Contains(node.Type)).SelectMany(node => Expressions(node).SelectMany(pair => Check(flow, node, pair.Input, pair.Expression)).Concat(Assigned(flow, node)));

    private static IEnumerable<(string Input, FlowExpression Expression)> Expressions(ActivityNode node)
    {
        foreach (var (name, binding) in node.Inputs)
        {
            if (binding.Expression is { } expression)
            {
                yield return (name, expression);
            }
        }

        foreach (var option in node.Cases)
        {
            if (option.Condition is { } condition)
            {
                yield return ($"cases[{option.Label}]", condition);
            }
        }

        if (node.Type == "Elsa.RunJavaScript" && LiteralInputs.Text(node, "script") is { } script)
        {
            yield return ("script", new FlowExpression("JavaScript", JsonValue.Create(script)));
        }
    }

    private static IEnumerable<Finding> Check(LintFlow flow, ActivityNode node, string input, FlowExpression expression)
    {
        if (!Languages.Contains(expression.Type))
        {
            yield return LintFlow.Error(FindingCodes.ExpressionNotExecutedHere, node, input, expression.Type);
        }
        else if (ExpressionEvaluator.CheckSyntax(expression) is { } fault)
        {
            yield return LintFlow.Error(FindingCodes.ExpressionDoesNotParse, node, input, expression.Type, fault);
        }
        else if (expression is { Type: "Variable", Value: { } reference } && !IsInScope(flow, node, reference))
        {
            yield return LintFlow.Warning(FindingCodes.VariableUnknown, node, Named(reference));
        }
        else
        {
            var inputs = flow.Definition.Inputs.Select(definition => definition.Name).Concat(CaseInputs);
            var names = Variables(flow, node).Select(variable => variable.Name).Concat(LoopVariables);
            foreach (var name in ExpressionEvaluator.UnknownNames(expression, names, inputs))
            {
                yield return LintFlow.Warning(FindingCodes.NameUnknown, node, input, name);
            }
        }
    }

    private static IEnumerable<Finding> Assigned(LintFlow flow, ActivityNode node) =>
        node.Type == "Elsa.SetVariable" && node.Json["variable"] is { } variable && !IsInScope(flow, node, variable)
            ? [LintFlow.Error(FindingCodes.VariableUnknown, node, Named(variable))]
            : [];

    private static string? Named(JsonNode reference) =>
        reference is JsonObject json ? json.Text("name") ?? json.Text("id") : FlowValue.ToText(FlowValue.From(reference));

    private static bool IsInScope(LintFlow flow, ActivityNode node, JsonNode reference)
    {
        var id = reference is JsonObject json ? json.Text("id") : FlowValue.From(reference) as string;
        return Variables(flow, node).Any(variable => variable.Id == id || variable.Name == Named(reference));
    }

    private static IEnumerable<VariableDefinition> Variables(LintFlow flow, ActivityNode node)
    {
        var variables = flow.Definition.Variables.AsEnumerable();
        for (var container = node; container is not null; container = container.Parent)
        {
            variables = variables.Concat(container.Variables);
        }

        return variables;
    }
}
