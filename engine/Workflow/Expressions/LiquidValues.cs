using System.Text.Json.Nodes;
using Fluid.Values;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>Flow values as Liquid sees them.</summary>
internal static class LiquidValues
{
    public static FluidValue Of(object? value) => value switch
    {
        null => NilValue.Instance,
        string text => new StringValue(text),
        bool flag => BooleanValue.Create(flag),
        int number => NumberValue.Create(number),
        long number => NumberValue.Create(number),
        decimal number => NumberValue.Create(number),
        double number => Number(number),
        DateTimeOffset at => new DateTimeValue(at),
        TimeSpan span => new StringValue(FlowValue.ToText(span)!),
        JsonArray items => new ArrayValue([.. items.Select(item => Of(FlowValue.From(item)))]),
        JsonObject json => new DictionaryValue(new LiquidMembers(json)),
        _ => throw new ArgumentException($"{value.GetType()} is no flow value.", nameof(value)),
    };

    // Liquid counts in decimals; what they cannot hold is shown as .NET shows it.
    private static FluidValue Number(double number) =>
        double.IsFinite(number) && Math.Abs(number) < 7.9e27 ? NumberValue.Create((decimal)number) : new StringValue(FlowValue.ToText(number)!);
}
