using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ApprovalEngine.Workflow.Calendars;

/// <summary>Checks a file of worked due dates against <see cref="Deadlines"/> (contracts.md, <c>deadline check</c>).</summary>
public static class DueDateFile
{
    /// <summary>Checks every case with all its closings.</summary>
    /// <param name="json">The file: zone, opens, closes and cases.</param>
    /// <param name="years">The calendars to reckon with.</param>
    /// <exception cref="JsonException">The file is not of that form.</exception>
    public static ImmutableArray<DueDateResult> Check(string json, IEnumerable<CalendarYear> years)
    {
        var file = JsonNode.Parse(json) as JsonObject ?? throw new JsonException("A file of due dates is an object with zone, opens, closes and cases.");
        var hours = new OfficeHours(DateOnly.MinValue, Time(file, "opens"), Time(file, "closes"));
        var calendar = new WorkingCalendar(TimeZoneInfo.FindSystemTimeZoneById(Text(file, "zone")), 1, years, [hours]);
        var cases = file["cases"] as JsonArray ?? throw new JsonException("cases: a list is wanted.");
        return [.. cases.Select((entry, index) => CheckCase(entry as JsonObject ?? throw new JsonException($"cases[{index}]: an object is wanted."), calendar))];
    }

    private static DueDateResult CheckCase(JsonObject entry, WorkingCalendar calendar)
    {
        var id = Text(entry, "id");
        try
        {
            var clock = DeadlineAnswer.ReadClock(entry);
            var wanted = entry["expected"] as JsonObject ?? throw new JsonException("expected: an object is wanted.");
            var difference = Difference(wanted, DeadlineAnswer.Of(clock, calendar), "expected");
            foreach (var closing in entry["closings"] as JsonArray ?? [])
            {
                difference ??= Difference(closing!.AsObject(), DeadlineAnswer.Closing(clock, calendar, Instant(closing, "closedAt")), "closing " + (string?)closing["closedAt"]);
            }

            return new DueDateResult(id, difference);
        }
        catch (Exception bad) when (bad is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new JsonException($"case {id}: {bad.Message}", bad);
        }
    }

    /// <summary>The first member that differs; errors are compared by kind and year only.</summary>
    private static string? Difference(JsonObject wanted, JsonObject found, string place)
    {
        foreach (var (name, value) in wanted)
        {
            if (!Same(value, found[name]))
            {
                return $"{place}.{name}: expected {value?.ToJsonString() ?? "null"}, found {found[name]?.ToJsonString() ?? "null"}";
            }
        }

        return found["error"] is { } error && !wanted.ContainsKey("error") ? $"{place}: found the error {error}" : null;
    }

    private static bool Same(JsonNode? wanted, JsonNode? found) => (wanted, found) switch
    {
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(pair => Same(pair.First, pair.Second)),
        (JsonValue left, JsonValue right) when left.GetValueKind() == JsonValueKind.Number && right.GetValueKind() == JsonValueKind.Number =>
            Math.Abs(Number(left) - Number(right)) < 5e-7,
        (JsonValue left, JsonValue right) when left.GetValueKind() == JsonValueKind.String && right.GetValueKind() == JsonValueKind.String =>
            left.GetValue<string>() == right.GetValue<string>() || SameInstant(left.GetValue<string>(), right.GetValue<string>()),
        _ => JsonNode.DeepEquals(wanted, found),
    };

    private static double Number(JsonNode value) => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    private static bool SameInstant(string left, string right) =>
        left.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(left, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var first)
        && DateTimeOffset.TryParse(right, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var second)
        && first == second;

    private static DateTimeOffset Instant(JsonNode entry, string name) => DateTimeOffset.Parse(Text(entry, name), CultureInfo.InvariantCulture);

    private static TimeOnly Time(JsonNode entry, string name) => TimeOnly.Parse(Text(entry, name), CultureInfo.InvariantCulture);

    private static string Text(JsonNode entry, string name) =>
        entry[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw new JsonException($"{name}: a text is wanted.");
}

/// <summary>What a worked due date came to.</summary>
/// <param name="Id">The case's id in the file.</param>
/// <param name="Difference">The first difference; null when it agrees.</param>
public sealed record DueDateResult(string Id, string? Difference);
