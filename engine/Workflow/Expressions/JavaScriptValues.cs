using System.Numerics;
using System.Text.Json.Nodes;
using Jint;
using Jint.Native;
using Jint.Native.Object;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>Values on their way into a script and out of it.</summary>
internal static class JavaScriptValues
{
    public static JsValue ToScript(Engine engine, object? value, int depth = 0) => value switch
    {
        null => JsValue.Null,
        string text => new JsString(text),
        bool flag => flag ? JsBoolean.True : JsBoolean.False,
        int number => JsNumber.Create(number),
        long number => JsNumber.Create(number),
        double number => JsNumber.Create(number),
        decimal number => JsNumber.Create((double)number),
        DateTimeOffset at => new JsDate(engine, at),
        TimeSpan span => new JsString(FlowValue.ToText(span)!),
        _ when depth >= ExpressionLimits.ValueDepth => throw new ExpressionException("A value is nested too deeply for a script."),
        JsonArray items => new JsArray(engine, [.. items.Select(item => ToScript(engine, FlowValue.From(item), depth + 1))]),
        JsonObject json => ToObject(engine, json, depth),
        _ => throw new ArgumentException($"{value.GetType()} is no flow value.", nameof(value)),
    };

    public static object? ToFlow(JsValue value)
    {
        var size = 0;
        return ToFlow(value, 0, ref size);
    }

    private static JsObject ToObject(Engine engine, JsonObject json, int depth)
    {
        var result = new JsObject(engine);
        foreach (var (name, member) in json)
        {
            result.FastSetDataProperty(name, ToScript(engine, FlowValue.From(member), depth + 1));
        }

        return result;
    }

    private static object? ToFlow(JsValue value, int depth, ref int size)
    {
        if (++size > ExpressionLimits.ValueSize || depth > ExpressionLimits.ValueDepth)
        {
            throw new ExpressionException($"A value from a script holds at most {ExpressionLimits.ValueSize} members in {ExpressionLimits.ValueDepth} levels.");
        }

        return value switch
        {
            JsString text => FlowValue.Storable(text.ToString()),
            JsBoolean flag => flag.AsBoolean(),
            JsNumber number => number.AsNumber(),
            JsBigInt whole => (double)(BigInteger)whole.ToObject()!,
            JsDate date => double.IsNaN(date.DateValue) ? null : Instant(date),
            JsArray items => ToArray(items, depth, ref size),
            ObjectInstance json when !json.IsCallable() => ToObject(json, depth, ref size),
            _ => null,
        };
    }

    private static DateTimeOffset Instant(JsDate date) =>
        Math.Abs(date.DateValue) < 62_000_000_000_000
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)date.DateValue)
            : throw new ExpressionException("A date from a script lies outside the years 6 to 3934.");

    private static JsonArray ToArray(JsArray items, int depth, ref int size)
    {
        var result = new JsonArray();
        for (uint index = 0; index < items.Length; index++)
        {
            result.Add(Member(items.Get(index), depth, ref size));
        }

        return result;
    }

    private static JsonObject ToObject(ObjectInstance source, int depth, ref int size)
    {
        var result = new JsonObject();
        foreach (var (key, descriptor) in source.GetOwnProperties())
        {
            var value = key.IsString() && descriptor.Enumerable ? source.Get(key) : JsValue.Undefined;
            if (!value.IsUndefined())
            {
                result[key.AsString()] = Member(value, depth, ref size);
            }
        }

        return result;
    }

    // Whole numbers lose the point that JavaScript never showed; instants in JSON are texts.
    private static JsonNode? Member(JsValue value, int depth, ref int size) => ToFlow(value, depth + 1, ref size) switch
    {
        double number when number == Math.Truncate(number) && Math.Abs(number) < 1e15 => JsonValue.Create((long)number),
        var other => FlowValue.ToJson(other),
    };
}
