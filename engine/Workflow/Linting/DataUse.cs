using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Linting;

/// <summary>Which variables, inputs and outputs an activity reads and writes, as far as its text shows.</summary>
internal static class DataUse
{
    public static bool Reads(ActivityNode activity, VariableDefinition variable) => Expressions(activity).Any(expression => expression.Language switch
    {
        "Variable" => expression.Text.Contains($"\"{variable.Id}\"", StringComparison.Ordinal) || expression.Text.Trim('"') == variable.Id,
        "Liquid" => Names(expression.Text, $"Variables.{variable.Name}"),
        "JavaScript" => Names(expression.Text, $"variables.{variable.Name}") || Names(expression.Text, $"get{JavaScriptFunctions.Pascal(variable.Name)}") || Calls(expression.Text, "getVariable", variable.Name),
        _ => false,
    });

    public static bool Writes(ActivityNode activity, VariableDefinition variable) =>
        activity.Outputs.Values.Contains(variable.Id)
        || (activity.Type == "Elsa.SetVariable" && activity.Json["variable"] is System.Text.Json.Nodes.JsonObject target && (target.Text("id") == variable.Id || target.Text("name") == variable.Name))
        || Expressions(activity).Any(expression => expression.Language == "JavaScript"
            && (Names(expression.Text, $"set{JavaScriptFunctions.Pascal(variable.Name)}") || Calls(expression.Text, "setVariable", variable.Name)
                || expression.Text.Contains($"variables.{variable.Name} =", StringComparison.Ordinal)));

    public static bool ReadsInput(ActivityNode activity, string input) => Expressions(activity).Any(expression => expression.Language switch
    {
        "Input" => expression.Text.Contains($"\"{input}\"", StringComparison.Ordinal),
        "Liquid" => Names(expression.Text, $"Input.{input}"),
        "JavaScript" => Calls(expression.Text, "getInput", input) || Names(expression.Text, $"get{input}"),
        _ => false,
    });

    public static bool ReadsOutput(ActivityNode activity, ActivityNode of) => Expressions(activity).Any(expression => expression.Language == "JavaScript"
        && (Calls(expression.Text, "getOutputFrom", of.LocalId) || (of.Name is { } name && Calls(expression.Text, "getOutputFrom", name))));

    private static IEnumerable<(string Language, string Text)> Expressions(ActivityNode activity)
    {
        var isScript = activity.Type == "Elsa.RunJavaScript";
        var all = activity.Inputs.Values.Select(binding => binding.Expression).Concat(activity.Cases.Select(option => option.Condition));
        foreach (var expression in all.OfType<FlowExpression>())
        {
            yield return (isScript && expression.Type == "Literal" ? "JavaScript" : expression.Type, expression.Value is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<string>(out var text) ? text : expression.Value?.ToJsonString(FlowValue.Deep) ?? "");
        }
    }

    private static bool Calls(string script, string function, string name) =>
        script.Contains($"{function}('{name}'", StringComparison.Ordinal) || script.Contains($"{function}(\"{name}\"", StringComparison.Ordinal);

    /// <summary>Whether a name stands in a text and does not merely begin another one.</summary>
    private static bool Names(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if (end == text.Length || !(char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            {
                return true;
            }
        }

        return false;
    }
}
