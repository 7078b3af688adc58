using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Definitions;

namespace ApprovalEngine.Workflow.Expressions;

/// <summary>
/// The values that flows work with: null, string, bool, int, long, double, decimal, DateTimeOffset, TimeSpan, JsonArray and JsonObject.
/// A JSON value among them is never changed once it is made.
/// </summary>
public static class FlowValue
{
    /// <summary>Levels of JSON that are written and read: definitions have fewer, states of instances within instances may have as many.</summary>
    internal const int MaxDepth = 512;

    /// <summary>Writes JSON of any depth that a definition may have.</summary>
    internal static readonly JsonSerializerOptions Deep = new() { MaxDepth = MaxDepth };

    /// <summary>Reads it.</summary>
    internal static readonly JsonDocumentOptions Reading = new() { MaxDepth = MaxDepth };

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth };

    /// <summary>The flow value of a JSON value.</summary>
    public static object? From(JsonNode? json) => json switch
    {
        null => null,
        JsonObject or JsonArray => json,
        JsonValue value => value.GetValueKind() switch
        {
            JsonValueKind.String => value.TryGetValue<string>(out var text) ? text : value.ToJsonString().Trim('"'),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => Number(value),
            _ => null,
        },
        _ => null,
    };

    /// <summary>The JSON value of a flow value, free to be put anywhere.</summary>
    public static JsonNode? ToJson(object? value) => value switch
    {
        null => null,
        JsonNode { Parent: not null } node => node.DeepClone(),
        JsonNode node => node,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
        decimal number => JsonValue.Create(number),
        DateTimeOffset at => JsonValue.Create(at),
        TimeSpan span => JsonValue.Create(ToText(span)),
        _ => throw new ArgumentException($"{value.GetType()} is no flow value.", nameof(value)),
    };

    /// <summary>The text that .NET gives a value in the invariant culture, as Elsa shows it (conformance point 24); null stays null.</summary>
    public static string? ToText(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "True" : "False",
        DateTimeOffset at => Date(at.UtcDateTime),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        JsonNode json => json.ToJsonString(Compact),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"{value.GetType()} is no flow value.", nameof(value)),
    };

    /// <summary>The JSON text of a flow value; <c>null</c> for nothing.</summary>
    public static string ToJsonText(object? value) => ToJson(value)?.ToJsonString(Compact) ?? "null";

    /// <summary>A value that states and tables can hold: not nested without end, and without the character U+0000.</summary>
    /// <exception cref="ExpressionException">They cannot hold it.</exception>
    internal static T? Storable<T>(T? value)
        where T : class => HoldsNull(value, 0) ? throw new ExpressionException("The value holds the character U+0000, which cannot be kept.") : value;

    private static bool HoldsNull(object? value, int depth) => value switch
    {
        _ when depth > ExpressionLimits.ValueDepth => throw new ExpressionException($"The value is nested more than {ExpressionLimits.ValueDepth} levels deep."),
        string text => text.Contains('\0', StringComparison.Ordinal),
        JsonObject json => json.Any(member => member.Key.Contains('\0', StringComparison.Ordinal) || HoldsNull(member.Value, depth + 1)),
        JsonArray items => items.Any(item => HoldsNull(item, depth + 1)),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => HoldsNull(text.GetValue<string>(), depth),
        _ => false,
    };

    /// <summary>Converts to one of Elsa's types.</summary>
    /// <exception cref="ExpressionException">The value cannot be converted.</exception>
    public static object? Convert(object? value, string typeName) => FlowConversion.To(value, TypeAlias.Of(typeName));

    /// <summary>Converts what is written to a variable: what cannot be converted is dropped without a word, as Elsa does (conformance point 20).</summary>
    public static object? Coerce(object? value, string typeName, bool isArray = false)
    {
        var alias = TypeAlias.Of(typeName);
        try
        {
            return FlowConversion.To(value, isArray ? alias + "[]" : alias);
        }
        catch (ExpressionException)
        {
            return isArray ? null : FlowConversion.Default(alias);
        }
    }

    /// <summary>What a variable holds before anything is written to it; an empty text counts as nothing.</summary>
    public static object? Default(VariableDefinition variable) =>
        string.IsNullOrEmpty(variable.Default) ? null : Coerce(variable.Default, variable.TypeName, variable.IsArray);

    private static object Number(JsonValue value)
    {
        if (value.TryGetValue<int>(out var small))
        {
            return small;
        }

        if (value.TryGetValue<long>(out var whole))
        {
            return whole;
        }

        return value.TryGetValue<double>(out var number) ? number : value.GetValue<decimal>();
    }

    // The patterns of .NET's own date converter.
    private static string Date(DateTime at) =>
        at.ToString(at.TimeOfDay == TimeSpan.Zero ? "MM/dd/yyyy" : "MM/dd/yyyy HH:mm", CultureInfo.InvariantCulture);
}
