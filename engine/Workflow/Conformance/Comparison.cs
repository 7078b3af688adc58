using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Conformance;

/// <summary>Compares what is expected with what came: numbers by value, bookmarks as a set, incidents by activity; messages are Elsa's own words.</summary>
internal static class Comparison
{
    /// <summary>Path of the first difference with both sides; null when there is none.</summary>
    public static string? FirstDifference(JsonNode? expected, JsonNode? actual, string path = "$") => (expected, actual) switch
    {
        (JsonObject wanted, JsonObject came) => Members(wanted, came, path),
        (JsonArray wanted, JsonArray came) when path.EndsWith(".bookmarks", StringComparison.Ordinal) => Items(Sorted(wanted), Sorted(came), path),
        (JsonArray wanted, JsonArray came) => Items([.. wanted], [.. came], path),
        _ => IsSame(expected, actual) ? null : Says(path, expected, actual),
    };

    private static string? Members(JsonObject expected, JsonObject actual, string path)
    {
        foreach (var name in expected.Select(member => member.Key).Union(actual.Select(member => member.Key)))
        {
            var isWords = name == "message" && path.Contains(".incidents", StringComparison.Ordinal);
            if (!isWords && FirstDifference(expected[name], actual[name], $"{path}.{name}") is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    private static string? Items(List<JsonNode?> expected, List<JsonNode?> actual, string path)
    {
        for (var i = 0; i < Math.Min(expected.Count, actual.Count); i++)
        {
            if (FirstDifference(expected[i], actual[i], $"{path}[{i}]") is { } difference)
            {
                return difference;
            }
        }

        return expected.Count == actual.Count ? null : Says(path, new JsonArray([.. expected.Select(Copy)]), new JsonArray([.. actual.Select(Copy)]));
    }

    private static List<JsonNode?> Sorted(JsonArray places) => [.. places.OrderBy(place => $"{place?["kind"]} {place?["activityId"]} {place?["name"]}", StringComparer.Ordinal)];

    private static bool IsSame(JsonNode? expected, JsonNode? actual) =>
        IsNumber(expected) && IsNumber(actual)
            ? expected!.ToJsonString() == actual!.ToJsonString() || double.Parse(expected.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture)
                .Equals(double.Parse(actual.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture))
            : JsonNode.DeepEquals(expected, actual);

    private static bool IsNumber(JsonNode? node) => node?.GetValueKind() == JsonValueKind.Number;

    private static string Says(string path, JsonNode? expected, JsonNode? actual) =>
        $"{path}: expected {expected?.ToJsonString() ?? "nothing"}, came {actual?.ToJsonString() ?? "nothing"}";

    private static JsonNode? Copy(JsonNode? node) => node?.DeepClone();
}
