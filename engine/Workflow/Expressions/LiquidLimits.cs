using Fluid;
using Fluid.Values;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>Keeps templates from building texts without end: Fluid counts steps, not characters.</summary>
internal static class LiquidLimits
{
    // A replacement may multiply text by text before the result can be measured.
    private const long Product = 10_000_000;

    // Those whose result can be longer than what goes in by more than a small factor.
    private static readonly string[] Growing = ["append", "prepend", "replace", "replace_first", "replace_last", "join", "url_encode", "escape", "newline_to_br"];

    /// <summary>Lets an assigned or captured value through when it is small enough.</summary>
    public static FluidValue Check(FluidValue value) =>
        value is not StringValue || value.ToStringValue().Length <= ExpressionLimits.LiquidText
            ? value
            : throw new InvalidOperationException($"A text has more than {ExpressionLimits.LiquidText} characters.");

    /// <summary>Puts a check before and after every filter that makes texts grow.</summary>
    public static void Guard(FilterCollection filters)
    {
        foreach (var name in Growing)
        {
            if (filters.TryGetValue(name, out var filter))
            {
                filters.AddFilter(name, async (input, arguments, context) =>
                {
                    CheckProduct(input, arguments);
                    return Check(await filter(input, arguments, context).ConfigureAwait(false));
                });
            }
        }
    }

    private static void CheckProduct(FluidValue input, FilterArguments arguments)
    {
        long size = input is ArrayValue items ? items.Values.Count : input.ToStringValue().Length;
        var longest = arguments.Count == 0 ? 0 : arguments.Values.Max(value => value.ToStringValue().Length);
        if (size * longest > Product)
        {
            throw new InvalidOperationException("A filter would build too long a text.");
        }
    }
}
