using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Runtime;

/// <summary>What an instance's workflow variables hold between two steps.</summary>
public static class FlowVariables
{
    /// <summary>The workflow's variables by name: those it declares, with their defaults while nothing was written, then those that scripts created.</summary>
    public static IReadOnlyDictionary<string, JsonNode?> Of(CompiledFlow flow, FlowState state)
    {
        ArgumentNullException.ThrowIfNull(flow);
        ArgumentNullException.ThrowIfNull(state);
        var values = flow.Variables.ToDictionary(variable => variable.Name, variable => FlowValue.ToJson(FlowValue.Default(variable)), StringComparer.Ordinal);
        foreach (var (name, value) in state.Variables)
        {
            values[name] = value;
        }

        return values;
    }
}
