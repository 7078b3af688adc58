using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApprovalEngine.Workflow.Expressions;

namespace ApprovalEngine.Workflow.Runtime.Storage;

/// <summary>Writes and reads the kinds of members that stored forms are made of; an empty one is left out.</summary>
internal static class JsonParts
{
    public static void Text(this Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    public static string? Text(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static void Flag(this Utf8JsonWriter writer, string name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, value);
        }
    }

    public static bool Flag(this JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.GetBoolean();

    public static void Number(this Utf8JsonWriter writer, string name, int? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    public static int? Number(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    public static void Instant(this Utf8JsonWriter writer, string name, DateTimeOffset? at)
    {
        if (at is { } instant)
        {
            writer.WriteString(name, instant.UtcDateTime);
        }
    }

    public static DateTimeOffset? Instant(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetDateTimeOffset() : null;

    public static void Choice<T>(this Utf8JsonWriter writer, string name, T? value)
        where T : struct, Enum => writer.Text(name, value?.ToString());

    public static T? Choice<T>(this JsonElement json, string name)
        where T : struct, Enum => json.Text(name) is { } text ? Enum.Parse<T>(text) : null;

    public static void List<T>(this Utf8JsonWriter writer, string name, IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    public static ImmutableArray<T> List<T>(this JsonElement json, string name, Func<JsonElement, T> read)
    {
        if (!json.TryGetProperty(name, out var items))
        {
            return [];
        }

        var list = ImmutableArray.CreateBuilder<T>(items.GetArrayLength());
        foreach (var item in items.EnumerateArray())
        {
            list.Add(read(item));
        }

        return list.MoveToImmutable();
    }

    public static void Texts(this Utf8JsonWriter writer, string name, ImmutableArray<string> items) =>
        writer.List(name, items, static (writer, item) => writer.WriteStringValue(item));

    public static ImmutableArray<string> Texts(this JsonElement json, string name) => json.List(name, static item => item.GetString()!);

    public static void Numbers(this Utf8JsonWriter writer, string name, IReadOnlyCollection<int> items) =>
        writer.List(name, items, static (writer, item) => writer.WriteNumberValue(item));

    public static ImmutableArray<int> Numbers(this JsonElement json, string name) => json.List(name, static item => item.GetInt32());

    public static void Map<T>(this Utf8JsonWriter writer, string name, IReadOnlyCollection<KeyValuePair<string, T>> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(name);
        foreach (var (key, value) in items)
        {
            writer.WritePropertyName(key);
            write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>Adds the members of an object to an empty map, which gives the order.</summary>
    public static ImmutableSortedDictionary<string, T> Map<T>(this JsonElement json, string name, ImmutableSortedDictionary<string, T> empty, Func<JsonElement, T> read)
    {
        if (!json.TryGetProperty(name, out var items))
        {
            return empty;
        }

        var map = empty.ToBuilder();
        foreach (var item in items.EnumerateObject())
        {
            map.Add(item.Name, read(item.Value));
        }

        return map.ToImmutable();
    }

    public static void Value(Utf8JsonWriter writer, JsonNode? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    public static JsonNode? Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => JsonValue.Create(json.GetString()),
        JsonValueKind.True => JsonValue.Create(true),
        JsonValueKind.False => JsonValue.Create(false),
        JsonValueKind.Number when json.TryGetInt32(out var number) => JsonValue.Create(number),
        _ => JsonNode.Parse(json.GetRawText(), null, FlowValue.Reading),
    };
}
