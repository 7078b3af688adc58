using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>Elsa's conversions between flow values, by alias.</summary>
internal static class FlowConversion
{
    private const NumberStyles Floating = NumberStyles.Float | NumberStyles.AllowThousands;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="alias">The wanted type.</param>
    /// <param name="isLenient">What does not fit becomes the type's default; what is too large for it, or broken JSON, still fails, as in Elsa.</param>
    /// <exception cref="ExpressionException">It does not fit.</exception>
    public static object? To(object? value, string alias, bool isLenient = false)
    {
        if (value is null || alias == "Object")
        {
            return value;
        }

        try
        {
            return alias == "String" ? FlowValue.ToText(value) : FromText(value, alias);
        }
        catch (Exception fault) when (isLenient && fault is (FormatException or InvalidCastException))
        {
            return Default(alias);
        }
        catch (Exception fault) when (fault is FormatException or InvalidCastException or OverflowException or JsonException)
        {
            throw new ExpressionException($"{Shown(value)} cannot be converted to {alias}.");
        }
    }

    /// <summary>What .NET's type holds by default.</summary>
    public static object? Default(string alias) => alias switch
    {
        "Boolean" => false,
        "Int32" or "Int16" or "Byte" => 0,
        "Int64" => 0L,
        "Double" or "Single" => 0d,
        "Decimal" => 0m,
        _ => null,
    };

    private static object? FromText(object value, string alias)
    {
        if (value is not string text)
        {
            return FromValue(value, alias);
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (TypeAlias.ElementOf(alias) is { } element)
        {
            return text.TrimStart().StartsWith('[') ? List(JsonNode.Parse(text)!.AsArray(), element) : Single(text, element);
        }

        return alias switch
        {
            "Boolean" => bool.Parse(text),
            "Int32" or "Int16" or "Byte" => int.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
            "Int64" => long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture),
            "Double" or "Single" => double.Parse(text, Floating, CultureInfo.InvariantCulture),
            "Decimal" => decimal.Parse(text, Floating, CultureInfo.InvariantCulture),
            "DateTime" or "DateTimeOffset" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUniversalTime(),
            "TimeSpan" => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
            "ObjectDictionary" or "JsonObject" or "ExpandoObject" =>
                (text.TrimStart() is ['{' or '[', ..] ? JsonNode.Parse(text) as JsonObject : null) ?? throw new FormatException(),
            _ => text.TrimStart() is ['{' or '[', ..] ? FlowValue.From(JsonNode.Parse(text)) : text,
        };
    }

    private static object FromValue(object value, string alias)
    {
        if (TypeAlias.ElementOf(alias) is { } element)
        {
            return List(value as JsonArray ?? throw new InvalidCastException(), element);
        }

        return alias switch
        {
            "Boolean" => System.Convert.ToBoolean(value, CultureInfo.InvariantCulture),
            "Int32" or "Int16" or "Byte" => System.Convert.ToInt32(value, CultureInfo.InvariantCulture),
            "Int64" => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
            "Double" or "Single" => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
            "Decimal" => System.Convert.ToDecimal(value, CultureInfo.InvariantCulture),
            "DateTime" or "DateTimeOffset" => value is DateTimeOffset at ? at : throw new InvalidCastException(),
            "TimeSpan" => value is TimeSpan span ? span : throw new InvalidCastException(),
            "ObjectDictionary" or "JsonObject" or "ExpandoObject" => value as JsonObject ?? throw new InvalidCastException(),
            _ => value,
        };
    }

    private static JsonArray List(JsonArray items, string element) =>
        [.. items.Select(item => FlowValue.ToJson(To(FlowValue.From(item), TypeAlias.Of(element))))];

    private static JsonArray Single(string text, string element) =>
        element == "String" ? [JsonValue.Create(text)] : throw new FormatException();

    private static string Shown(object value)
    {
        var text = FlowValue.ToText(value) ?? "";
        return text.Length <= 60 ? $"'{text}'" : $"'{text[..60]}…'";
    }
}
