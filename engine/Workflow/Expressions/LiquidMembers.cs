using System.Text.Json.Nodes;
using Fluid.Values;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>The members of a JSON object, turned into Liquid's values when they are asked for.</summary>
internal sealed class LiquidMembers(JsonObject json) : IFluidIndexable
{
    public int Count => json.Count;

    public IEnumerable<string> Keys => json.Select(member => member.Key);

    public bool TryGetValue(string name, out FluidValue value)
    {
        var isThere = json.TryGetPropertyValue(name, out var member);
        value = LiquidValues.Of(FlowValue.From(member));
        return isThere;
    }
}
