using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

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

    public static ImmutableArray<T> List<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var items) ? [.. items.EnumerateArray().Select(read)] : [];

    public static void Texts(this Utf8JsonWriter writer, string name, ImmutableArray<string> items) =>
        writer.List(name, items, static (writer, item) => writer.WriteStringValue(item));

    public static ImmutableArray<string> Texts(this JsonElement json, string name) => json.List(name, item => item.GetString()!);

    public static void Numbers(this Utf8JsonWriter writer, string name, IReadOnlyCollection<int> items) =>
        writer.List(name, items, static (writer, item) => writer.WriteNumberValue(item));

    public static ImmutableArray<int> Numbers(this JsonElement json, string name) => json.List(name, item => item.GetInt32());

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

    public static IEnumerable<KeyValuePair<string, T>> Map<T>(this JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var items) ? items.EnumerateObject().Select(item => KeyValuePair.Create(item.Name, read(item.Value))) : [];

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

    public static JsonNode? Value(JsonElement json) => JsonNode.Parse(json.GetRawText());
}
