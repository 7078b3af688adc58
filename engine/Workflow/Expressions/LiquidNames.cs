using Fluid.Values;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>Names that are looked up when a template asks for them: Variables and Input.</summary>
internal sealed class LiquidNames(Func<string, object?> find, IEnumerable<string> names) : IFluidIndexable
{
    public int Count => names.Count();

    public IEnumerable<string> Keys => names;

    public bool TryGetValue(string name, out FluidValue value)
    {
        value = LiquidValues.Of(find(name));
        return !value.IsNil();
    }
}
