using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Host.Tests.Elsa;

/// <summary>Compares an answer with one of the real server: members, kinds, and all texts and flags that are not different by nature.</summary>
internal static class Shape
{
    /// <summary>Texts that are another server's own: they must be there and be of the same form.</summary>
    private static readonly HashSet<string> Own =
    [
        "id", "ids", "hash", "taskId", "definitionVersionId", "workflowInstanceId", "activityInstanceId", "parentActivityInstanceId", "parentContextId", "ownerInstanceId",
        "schedulingActivityExecutionId", "stringData", "message",
    ];

    private static readonly string[] Instants = ["createdAt", "updatedAt", "timestamp", "startedAt", "completedAt"];

    /// <summary>What differs, a line each.</summary>
    /// <param name="golden">The real server's answer.</param>
    /// <param name="ours">The answer to look at.</param>
    /// <param name="apart">Names of members that are compared by their presence and kind only.</param>
    public static IEnumerable<string> Differences(JsonNode? golden, JsonNode? ours, params string[] apart) => Compare(golden, ours, "$", "", apart);

    private static IEnumerable<string> Compare(JsonNode? golden, JsonNode? ours, string path, string name, string[] apart)
    {
        if (Kind(golden) != Kind(ours))
        {
            return golden is null ? [] : [$"{path}: {Kind(golden)} is expected, {Kind(ours)} came"];
        }

        return golden switch
        {
            _ when apart.Contains(name) => [],
            JsonObject members => members.SelectMany(member => ours!.AsObject().ContainsKey(member.Key)
                ? Compare(member.Value, ours[member.Key], $"{path}.{member.Key}", member.Key, apart)
                : [$"{path}.{member.Key} is missing"]),
            JsonArray items => items.Count != ours!.AsArray().Count
                ? [$"{path}: {items.Count} entries are expected, {ours.AsArray().Count} came"]
                : Paired(items, ours.AsArray()).SelectMany((pair, index) => Compare(pair.Golden, pair.Ours, $"{path}[{index}]", name, apart)),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => Text(value.GetValue<string>(), ours!.GetValue<string>(), path, name),
            JsonValue value when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False && value.GetValueKind() != ours!.GetValueKind() => [$"{path}: {value} is expected, {ours} came"],
            _ => [],
        };
    }

    private static IEnumerable<string> Text(string golden, string ours, string path, string name) => name switch
    {
        _ when Instants.Contains(name) => DateTimeOffset.TryParse(ours, CultureInfo.InvariantCulture, out _) ? [] : [$"{path}: {ours} is no instant"],
        _ when Own.Contains(name) => ours.Length > 0 ? [] : [$"{path} is empty"],
        _ => golden == ours ? [] : [$"{path}: '{golden}' is expected, '{ours}' came"],
    };

    /// <summary>Links have an order of their own.</summary>
    private static IEnumerable<(JsonNode? Golden, JsonNode? Ours)> Paired(JsonArray golden, JsonArray ours) =>
        golden.All(item => (item as JsonObject)?.ContainsKey("rel") == true) ? Sorted(golden).Zip(Sorted(ours)) : golden.Zip(ours);

    private static IEnumerable<JsonNode?> Sorted(JsonArray links) => links.OrderBy(link => $"{link!["rel"]} {link["href"]}", StringComparer.Ordinal);

    private static string Kind(JsonNode? node) => node?.GetValueKind() switch
    {
        null => "nothing",
        JsonValueKind.True or JsonValueKind.False => "a flag",
        var kind => kind.ToString()!,
    };
}
